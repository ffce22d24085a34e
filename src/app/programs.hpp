#pragma once

#include <vector>

#include "app/application.hpp"
#include "platform/api/resource.hpp"

namespace lenig::app {

/// Answers a program: the lists below `/api/v1` as JSON for the holder of a bearer token, and their description. What
/// is wrong is a problem that says what to do.
http::Response answer_program(Application& application, access::Visit& visit);

/// Whether a request is a program's.
bool is_of_program(http::Request const& request);

/// Every list that programs read, of all modules.
std::vector<api::Resource> const& all_resources();

}  // namespace lenig::app
