#include "plan/indicator.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr double most_readable = 1e9;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_measure = 40;
constexpr std::size_t longest_evidence = 2000;
constexpr int most_days = 730;
constexpr double part_of_the_way = 0.1;

std::optional<IndicatorRefusal> refusal(IndicatorDraft const& draft) {
  if (draft.name.empty()) return IndicatorRefusal::name_missing;
  if (draft.measure.empty()) return IndicatorRefusal::measure_missing;
  if (base::length(draft.name) > longest_name || base::length(draft.measure) > longest_measure)
    return IndicatorRefusal::too_long;
  if (!draft.baseline) return IndicatorRefusal::baseline_missing;
  if (!draft.target) return IndicatorRefusal::target_missing;
  if (draft.target_on <= draft.baseline_on) return IndicatorRefusal::target_before_baseline;
  if (*draft.target == *draft.baseline) return IndicatorRefusal::no_difference;
  if (draft.ask_days < 1 || draft.ask_days > most_days) return IndicatorRefusal::days_out_of_range;
  return std::nullopt;
}

std::optional<IndicatorRefusal> refusal_of_goal(std::optional<Goal> const& goal) {
  if (!goal) return IndicatorRefusal::not_found;
  if (goal->unit.empty()) return IndicatorRefusal::private_goal;
  if (goal->state == GoalState::dropped) return IndicatorRefusal::goal_closed;
  return std::nullopt;
}

}  // namespace

std::string path_of(IndicatorId const& indicator) { return "/plannen/piketpaaltje/" + indicator.text(); }

std::optional<Indicator> find_indicator(db::Reading& reading, IndicatorId const& indicator) {
  return reading.one<Indicator>(sql::indicator_by_id, {{"indicator", indicator}});
}

std::vector<Indicator> indicators_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals) {
  if (goals.empty()) return {};
  return reading.all<Indicator>(sql::indicators_of_goals, {{"board", board}, {"goals", db::as_json(goals)}});
}

std::vector<Reading> readings_of(db::Reading& reading, BoardId const& board,
                                 std::vector<IndicatorId> const& indicators) {
  if (indicators.empty()) return {};
  return reading.all<Reading>(sql::readings_of_indicators, {{"board", board}, {"indicators", db::as_json(indicators)}});
}

Result<IndicatorId, IndicatorRefusal> place_indicator(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                                      IndicatorDraft const& draft) {
  auto const of = find_sealed_goal(tx, goal);
  if (auto const why = refusal_of_goal(of)) return std::unexpected(*why);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  touch_plan_of(tx, *of);
  Indicator const indicator{.board = of->board,
                            .id = IndicatorId::make(),
                            .goal = goal,
                            .name = draft.name,
                            .measure = draft.measure,
                            .baseline = *draft.baseline,
                            .baseline_on = draft.baseline_on,
                            .target = *draft.target,
                            .target_on = draft.target_on,
                            .ask_days = draft.ask_days,
                            .made_on = actor.today};
  tx.run(sql::insert_indicator, db::fields(indicator));
  audit::record(tx, actor, {.act = "indicator.placed", .object = indicator.id.text()});
  return indicator.id;
}

Result<IndicatorId, IndicatorRefusal> change_indicator(db::Transaction& tx, base::Actor const& actor,
                                                       IndicatorId const& id, IndicatorDraft const& draft) {
  auto const found = find_indicator(tx, id);
  if (!found) return std::unexpected(IndicatorRefusal::not_found);
  if (found->ended_on) return std::unexpected(IndicatorRefusal::ended);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  touch_plan_of(tx, *find_sealed_goal(tx, found->goal));
  tx.run(sql::update_indicator,
         db::fields(draft, {{"board", found->board}, {"id", id}, {"ended_on", found->ended_on}}));
  audit::record(tx, actor, {.act = "indicator.changed", .object = id.text()});
  return id;
}

Result<IndicatorId, IndicatorRefusal> end_indicator(db::Transaction& tx, base::Actor const& actor,
                                                    IndicatorId const& id) {
  auto const found = find_indicator(tx, id);
  if (!found) return std::unexpected(IndicatorRefusal::not_found);
  if (found->ended_on) return std::unexpected(IndicatorRefusal::ended);
  touch_plan_of(tx, *find_sealed_goal(tx, found->goal));
  IndicatorDraft const same{found->name,   found->measure,   found->baseline, found->baseline_on,
                            found->target, found->target_on, found->ask_days};
  tx.run(sql::update_indicator,
         db::fields(same, {{"board", found->board}, {"id", id}, {"ended_on", std::optional(actor.today)}}));
  audit::record(tx, actor, {.act = "indicator.ended", .object = id.text()});
  return id;
}

Result<IndicatorId, ReadingRefusal> read_off(db::Transaction& tx, base::Actor const& actor, IndicatorId const& id,
                                             ReadingDraft const& draft) {
  auto const indicator = find_indicator(tx, id);
  if (!indicator) return std::unexpected(ReadingRefusal::not_found);
  if (indicator->ended_on) return std::unexpected(ReadingRefusal::ended);
  if (!draft.value) return std::unexpected(ReadingRefusal::value_missing);
  if (!can_be_read(*indicator, *draft.value)) return std::unexpected(ReadingRefusal::out_of_range);
  if (draft.on_day > actor.today) return std::unexpected(ReadingRefusal::in_future);
  if (draft.on_day < indicator->baseline_on) return std::unexpected(ReadingRefusal::before_baseline);
  if (base::length(draft.evidence) > longest_evidence) return std::unexpected(ReadingRefusal::too_long);
  touch_plan_of(tx, *find_sealed_goal(tx, indicator->goal));
  tx.run(sql::insert_reading, db::fields(Reading{id, base::Id<struct ReadingTag>::make(), *draft.value, draft.on_day,
                                                 draft.source, draft.evidence, actor.person},
                                         {{"board", indicator->board}}));
  audit::record(tx, actor, {.act = "indicator.read", .object = id.text()});
  return id;
}

Result<std::string, ReadingRefusal> remove_reading(db::Transaction& tx, base::Actor const& actor,
                                                   base::Id<struct ReadingTag> const& id) {
  auto const found = tx.one<Reading>(sql::reading_by_id, {{"reading", id}});
  if (!found) return std::unexpected(ReadingRefusal::not_found);
  auto const indicator = find_indicator(tx, found->indicator).value();
  if (found->person.text() == indicator.board.text()) return std::unexpected(ReadingRefusal::not_here);
  touch_plan_of(tx, *find_sealed_goal(tx, indicator.goal));
  tx.run(sql::delete_reading, {{"board", indicator.board}, {"id", id}});
  audit::record(tx, actor, {.act = "indicator.reading_removed", .object = indicator.id.text()});
  boost::json::object const kept{{"indicator", indicator.id.text()},
                                 {"id", id.text()},
                                 {"value", found->value},
                                 {"on_day", found->on_day.text()},
                                 {"source", std::string(base::name_of(found->source))},
                                 {"evidence", found->evidence},
                                 {"person", found->person.text()}};
  return undo::offer(tx, actor, "plan.remove_reading", boost::json::serialize(kept));
}

bool undo_remove_reading(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const indicator = find_indicator(tx, IndicatorId(text("indicator")));
  if (!indicator) return false;
  touch_plan_of(tx, *find_sealed_goal(tx, indicator->goal));
  tx.run(sql::insert_reading,
         db::fields(Reading{indicator->id, base::Id<struct ReadingTag>(text("id")),
                            kept.at("value").to_number<double>(), base::Date::parse(text("on_day")).value(),
                            base::enum_from<Source>(text("source")).value_or(Source::count), text("evidence"),
                            PersonId(text("person"))},
                    {{"board", indicator->board}}));
  audit::record(tx, actor, {.act = "indicator.reading_restored", .object = indicator->id.text()});
  return true;
}

bool can_be_read(Indicator const& indicator, double value) {
  if (!std::isfinite(value) || std::abs(value) > most_readable) return false;
  bool const counts_up_from_nothing = indicator.baseline >= 0 && indicator.target >= 0;
  if (counts_up_from_nothing && value < 0) return false;
  return indicator.measure != "%" || value <= 100;
}

double expected_on(Indicator const& indicator, base::Date day) {
  if (day <= indicator.baseline_on) return indicator.baseline;
  if (day >= indicator.target_on) return indicator.target;
  double const passed = base::days_between(indicator.baseline_on, day);
  double const whole = base::days_between(indicator.baseline_on, indicator.target_on);
  return indicator.baseline + (indicator.target - indicator.baseline) * passed / whole;
}

double band_of(Indicator const& indicator) { return part_of_the_way * std::abs(indicator.target - indicator.baseline); }

Progress progress_of(Indicator const& indicator, std::vector<Reading> const& readings) {
  if (readings.empty()) return Progress::no_reading;
  auto const& newest = readings.back();
  double const sign = indicator.rises() ? 1 : -1;
  if (sign * (newest.value - indicator.target) >= 0) return Progress::reached;
  double const beside = sign * (newest.value - expected_on(indicator, newest.on_day));
  if (beside < -band_of(indicator)) return Progress::behind;
  return beside > band_of(indicator) ? Progress::ahead : Progress::on_the_line;
}

bool is_stale(Indicator const& indicator, std::vector<Reading> const& readings, base::Date today) {
  if (indicator.ended_on) return false;
  auto const newest = readings.empty() ? indicator.baseline_on : readings.back().on_day;
  return base::days_between(newest, today) > indicator.ask_days;
}

std::string words_for(Source source, i18n::Words const& tr) {
  switch (source) {
    case Source::count: return tr("Eigen telling");
    case Source::lesson_visits: return tr("Lesbezoeken");
    case Source::mirror: return tr("Spiegel");
    case Source::programme: return tr("Programma");
    case Source::portfolio: return tr("Portfolio");
  }
  return {};
}

std::string words_for(Progress progress, i18n::Words const& tr) {
  switch (progress) {
    case Progress::no_reading: return tr("Nog geen meting");
    case Progress::behind: return tr("Loopt achter op de lijn");
    case Progress::on_the_line: return tr("Op de lijn");
    case Progress::ahead: return tr("Loopt voor op de lijn");
    case Progress::reached: return tr("Doel bereikt");
  }
  return {};
}

}  // namespace lenig::plan
