#include "platform/api/resource.hpp"

#include <charconv>

namespace lenig::api {

Result<Asked, AskedRefusal> asked_in(html::Sent const& query) {
  Asked asked;
  if (auto const limit = query.value("limit")) {
    auto const [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), asked.limit);
    bool const is_number = error == std::errc{} && end == limit->data() + limit->size();
    if (!is_number || asked.limit < 1 || asked.limit > most_items)
      return std::unexpected(AskedRefusal::limit_out_of_range);
  }
  if (auto const cursor = query.value("cursor")) {
    if (!base::is_uuid(*cursor)) return std::unexpected(AskedRefusal::cursor_unknown);
    asked.after = *cursor;
  }
  return asked;
}

}  // namespace lenig::api
