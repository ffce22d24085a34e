#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/http/static_files.hpp"

namespace lenig::app {

/// The built-in files for browsers, with their paths by the names that the sources use ("main.css").
struct BuiltIn {
  std::vector<http::Asset> assets;
  std::map<std::string, std::string, std::less<>> paths;
};

BuiltIn const& built_in();

}  // namespace lenig::app
