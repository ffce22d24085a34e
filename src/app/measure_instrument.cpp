#include "app/measure_instrument.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace lenig::app {

namespace {

namespace json = boost::json;

constexpr std::size_t most_items = 255;  // totals are kept in two bytes
constexpr int most_options = 255;        // answers in one

/// Reads one scale, and says of everything in it that can't be used where it stands.
class ScaleReader {
 public:
  ScaleReader(std::string pointer, std::vector<FaultInJson>& faults) : pointer_(std::move(pointer)), faults_(&faults) {}

  measure::ScaleOfInstrument read(json::value const& value) {
    auto const* const scale = value.if_object();
    if (scale == nullptr) {
      fault("", "a scale is an object with id, items and options");
      return {};
    }
    for (auto const& member : *scale) {
      auto const name = std::string(member.key());
      if (name != "id" && name != "items" && name != "options" && name != "reversed")
        fault("/" + name, "there is no such member: a scale has id, items, options and reversed");
    }
    measure::ScaleOfInstrument read{
        .id = id(*scale), .items = columns(*scale, "items"), .options = options(*scale), .reversed = {}};
    if (scale->contains("reversed")) read.reversed = columns(*scale, "reversed");
    if (read.items.empty()) fault("/items", "name one column or more");
    if (read.items.size() > most_items) fault("/items", "a scale has at most 255 items");
    for (std::size_t at = 0; at < read.reversed.size(); ++at) {
      if (std::ranges::find(read.items, read.reversed[at]) == read.items.end())
        fault("/reversed/" + std::to_string(at), "'" + read.reversed[at] + "' is not one of the items");
    }
    return read;
  }

 private:
  std::string id(json::object const& scale) {
    auto const* const value = scale.if_contains("id");
    if (value != nullptr && value->is_string() && !value->as_string().empty()) return std::string(value->as_string());
    fault("/id", "give the scale a name, as text");
    return {};
  }

  std::vector<std::string> columns(json::object const& scale, std::string const& member) {
    std::vector<std::string> names;
    auto const* const value = scale.if_contains(member);
    if (value == nullptr || !value->is_array()) {
      fault("/" + member, "give a list of columns");
      return names;
    }
    std::set<std::string> known;
    for (std::size_t at = 0; at < value->as_array().size(); ++at) {
      auto const& name = value->as_array()[at];
      auto const where = "/" + member + "/" + std::to_string(at);
      if (!name.is_string()) {
        fault(where, "the name of a column is text");
      } else if (!known.emplace(name.as_string()).second) {
        fault(where, "'" + std::string(name.as_string()) + "' stands here twice");
      } else {
        names.emplace_back(name.as_string());
      }
    }
    return names;
  }

  measure::Options options(json::object const& scale) {
    auto const* const value = scale.if_contains("options");
    auto const* const ends = value == nullptr ? nullptr : value->if_array();
    if (ends != nullptr && ends->size() == 2 && (*ends)[0].is_int64() && (*ends)[1].is_int64()) {
      auto const lowest = (*ends)[0].as_int64();
      auto const highest = (*ends)[1].as_int64();
      if (lowest < highest && lowest >= -1'000'000 && highest - lowest < most_options)
        return {static_cast<int>(lowest), static_cast<int>(highest)};
    }
    fault("/options", "give the lowest and the highest answer as whole numbers, like [1,5]; at most 255 options");
    return {};
  }

  void fault(std::string const& where, std::string message) {
    faults_->push_back({pointer_ + where, std::move(message)});
  }

  std::string pointer_;
  std::vector<FaultInJson>* faults_;
};

}  // namespace

ReadInstrument read_instrument(std::string_view text) {
  ReadInstrument read;
  boost::system::error_code error;
  auto const value = json::parse(text, error);
  if (error) {
    read.faults.push_back({"", "this is no JSON: " + error.message()});
    return read;
  }
  auto const* const scales = value.is_object() ? value.as_object().if_contains("scales") : nullptr;
  if (scales == nullptr || !scales->is_array() || scales->as_array().empty()) {
    read.faults.push_back({"/scales", "give a list of one scale or more"});
    return read;
  }
  std::set<std::string> ids;
  for (std::size_t at = 0; at < scales->as_array().size(); ++at) {
    auto const pointer = "/scales/" + std::to_string(at);
    read.scales.push_back(ScaleReader(pointer, read.faults).read(scales->as_array()[at]));
    auto const& id = read.scales.back().id;
    if (!id.empty() && !ids.insert(id).second)
      read.faults.push_back({pointer + "/id", "'" + id + "' is the name of an earlier scale: give it another"});
  }
  return read;
}

}  // namespace lenig::app
