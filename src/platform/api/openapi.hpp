#pragma once

#include <boost/json.hpp>

#include <span>
#include <string>

#include "platform/api/resource.hpp"

namespace lenig::api {

/// Where the API is, and whom to ask about it.
struct Publication {
  std::string address;  // https://lenig.example.nl
  std::string contact;  // an e-mail address
};

/// The description of all resources as OpenAPI 3.1 has it, made from them: what it says is what is answered.
boost::json::object openapi(std::span<Resource const> resources, Publication const& publication);

}  // namespace lenig::api
