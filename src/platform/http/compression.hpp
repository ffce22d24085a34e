#pragma once

#include "platform/http/http.hpp"

namespace lenig::http {

/// Gzips the body of an answer when the browser takes it so and it pays: text of more than a packet. What is compressed
/// already, or built in, stays as it is.
void compress(Response& response, Request const& request);
}  // namespace lenig::http
