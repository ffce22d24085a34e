#pragma once

#include <functional>
#include <string>
#include <vector>

#include "platform/access/viewer.hpp"
#include "platform/api/schema.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/result.hpp"
#include "platform/db/database.hpp"
#include "platform/html/form.hpp"

namespace lenig::api {

/// A thing as another thing names it.
struct Reference {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (id, name))

/// Which part of a list is asked for: so many items, from the one after `after` on.
struct Asked {
  int limit = 50;
  std::string after;
};

inline constexpr int most_items = 200;

enum class AskedRefusal { limit_out_of_range, cursor_unknown };

/// Reads `limit` and `cursor` from a query.
Result<Asked, AskedRefusal> asked_in(html::Sent const& query);

/// A part of a list, with where to go on; `next` is empty at its end.
template <class Item>
struct Slice {
  std::vector<Item> items;
  std::string next;
};

/// Of items in the order of their ids, those that are asked for.
template <class Item>
Slice<Item> slice_of(std::vector<Item> items, Asked const& asked) {
  std::erase_if(items, [&](Item const& one) { return one.id <= asked.after; });
  Slice<Item> slice{std::move(items), {}};
  if (slice.items.size() > static_cast<std::size_t>(asked.limit)) {
    slice.items.resize(static_cast<std::size_t>(asked.limit));
    slice.next = slice.items.back().id;
  }
  return slice;
}

/// The items of a slice as they stand in the answer.
struct Listed {
  boost::json::array items;
  std::string next;
};

/// A list that programs read: `GET /api/v1/NAME`. What stands in it is what its viewer may see on the pages, no more.
struct Resource {
  std::string name;
  std::string summary;
  std::string schema_name;
  boost::json::object schema;
  std::function<Listed(db::Reading&, access::Viewer const&, Asked const&)> list;
};

/// Makes a resource of a function that gives `Slice<Item>`.
template <class List>
Resource resource(std::string name, std::string schema_name, std::string summary, List list) {
  using Given = std::invoke_result_t<List, db::Reading&, access::Viewer const&, Asked const&>;
  using Item = typename decltype(Given::items)::value_type;
  return {std::move(name), std::move(summary), std::move(schema_name), schema_of<Item>(),
          [list](db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
            auto const slice = list(reading, viewer, asked);
            Listed listed{.items = {}, .next = slice.next};
            for (auto const& item : slice.items) listed.items.push_back(json_of(item));
            return listed;
          }};
}

}  // namespace lenig::api
