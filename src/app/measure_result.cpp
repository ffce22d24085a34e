#include "app/measure_result.hpp"

#include <cmath>

namespace lenig::app {

namespace {

namespace json = boost::json;

json::value json_of(std::optional<double> value) { return value ? json::value(*value) : json::value(nullptr); }

json::value json_of(std::optional<measure::NumberOrClass> const& value) {
  if (!value) return nullptr;
  if (auto const* const number = std::get_if<double>(&*value)) return *number;
  return json::string(measure::name_of(std::get<measure::Class>(*value)));
}

json::value json_of_count(std::optional<double> value) {
  return value ? json::value(std::llround(*value)) : json::value(nullptr);
}

json::value json_of(std::optional<measure::Withheld> withheld) {
  if (!withheld) return nullptr;
  switch (*withheld) {
    case measure::Withheld::few_people: return "few_people";
  }
  return nullptr;
}

json::object json_of(measure::PublishedGroup const& group, std::span<measure::Level const> levels, std::size_t level) {
  json::object all{{"group", levels[level].names[group.group]},
                   {"n", json_of_count(group.people)},
                   {"mean", json_of(group.mean)},
                   {"rwg", json_of(group.rwg)},
                   {"rwg_skewed", json_of(group.rwg_skewed)},
                   {"awg", json_of(group.awg)},
                   {"ad", json_of(group.deviation)},
                   {"lambda", json_of(group.lambda)},
                   {"shrunken_mean", json_of(group.shrunken)},
                   {"low", json_of(group.low)},
                   {"high", json_of(group.high)},
                   {"suppressed", json_of(group.withheld)}};
  if (group.rolled_up_to) all["rolled_up_to"] = levels[level - 1].names[*group.rolled_up_to];
  return all;
}

/// What is known of a scale at one level.
void add_figures(json::object& all, measure::PublishedScale const& scale) {
  all["n"] = json_of_count(scale.people);
  all["groups"] = json_of_count(scale.groups);
  all["mean"] = json_of(scale.mean);
  all["sd"] = json_of(scale.sd);
  all["alpha"] = json_of(scale.alpha);
  all["icc1"] = json_of(scale.icc1);
  all["icc2"] = json_of(scale.icc2);
  all["rwg_mean"] = json_of(scale.rwg_mean);
  all["floor"] = json_of(scale.floor);
  all["ceiling"] = json_of(scale.ceiling);
}

/// The figures that depend on how people are divided, at a deeper level.
json::object json_of_level(measure::PublishedScale const& scale, measure::Level const& level) {
  return {{"level", level.column},
          {"groups", json_of_count(scale.groups)},
          {"icc1", json_of(scale.icc1)},
          {"icc2", json_of(scale.icc2)},
          {"rwg_mean", json_of(scale.rwg_mean)}};
}

}  // namespace

json::array json_of_scales(measure::Responses const& responses,
                           std::vector<std::vector<measure::PublishedScale>> const& scales) {
  json::array all;
  for (std::size_t at = 0; at < scales.size(); ++at) {
    auto const& asked = responses.scales[at];
    auto const& levels = scales[at];
    json::object one{{"scale", asked.id}};
    add_figures(one, levels.front());
    auto& item_rest = one["item_rest"].emplace_object();
    for (std::size_t item = 0; item < asked.items.size(); ++item)
      item_rest[asked.items[item].id] = json_of(levels.front().item_rest[item]);
    json::array groups;
    json::array deeper;
    for (std::size_t level = 0; level < levels.size(); ++level) {
      for (auto const& group : levels[level].per_group) groups.push_back(json_of(group, responses.levels, level));
      if (level > 0) deeper.push_back(json_of_level(levels[level], responses.levels[level]));
    }
    one["per_group"] = std::move(groups);
    if (!deeper.empty()) one["deeper"] = std::move(deeper);
    if (levels.front().withheld) one["suppressed"] = json_of(levels.front().withheld);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace lenig::app
