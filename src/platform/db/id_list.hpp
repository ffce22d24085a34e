#pragma once

#include <boost/json.hpp>

#include <string>
#include <vector>

#include "platform/base/id.hpp"

namespace lenig::db {

/// Ids as a JSON array: how a query takes a list of them.
template <class Tag>
std::string as_json(std::vector<base::Id<Tag>> const& ids) {
  boost::json::array list;
  for (auto const& id : ids) list.emplace_back(id.text());
  return boost::json::serialize(list);
}

}  // namespace lenig::db
