#include "plan/stop.hpp"

#include <cmath>

#include "plan/load.hpp"
#include "plan/queries.hpp"
#include "plan/thread.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_words = 1000;
constexpr double step_of_mean = 50;

bool is_outside(std::optional<double> const& hours) { return hours && !is_in_range(*hours); }

std::optional<StopRefusal> refusal_of_goal(std::optional<Goal> const& goal) {
  if (!goal) return StopRefusal::not_found;
  if (goal->unit.empty()) return StopRefusal::private_goal;
  return goal->state == GoalState::open ? std::nullopt : std::optional(StopRefusal::closed);
}

struct Asked {
  int goals = 0;
  int with_hours = 0;
  double asked = 0;
  double freed = 0;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (goals, with_hours, asked, freed))

/// What a school and its board ask is asked of a team too.
std::vector<UnitId> with_those_above(db::Reading& reading, UnitId const& unit) {
  std::vector<UnitId> units{unit};
  for (auto const& over : reading.all<UnitId>(sql::units_over, {{"unit", unit}})) {
    if (over != unit) units.push_back(over);
  }
  return units;
}

std::vector<UnitId> with_those_within(db::Reading& reading, UnitId const& unit) {
  std::vector<UnitId> units{unit};
  for (auto const& one : organisation::units_within(reading, unit)) units.push_back(one.id);
  return units;
}

/// A person's own hours are for who leads them and for HR; others hear a mean that tells nothing of one person.
std::vector<std::string> yearly_task(Weight const& weight, bool sees_hours, i18n::Words const& tr) {
  if (weight.known == 0)
    return {tr("Van niemand is de jaartaak bekend. Daarom telt dit wat er al loopt, en geen uren.")};
  std::vector<std::string> lines{tr("Van {} van hen is de jaartaak bekend.", weight.known)};
  auto const mean = sees_hours ? std::optional(weight.hours / weight.known) : told_mean(weight);
  if (sees_hours) lines.push_back(tr("Samen {} uur, gemiddeld {} uur.", tr.decimal(weight.hours), tr.decimal(*mean)));
  if (!sees_hours && mean) lines.push_back(tr("Gemiddeld ongeveer {} uur.", tr.decimal(*mean)));
  if (mean && weight.asked > 0)
    lines.push_back(tr("Wat doelen en programma's vragen is {} % van een gemiddelde jaartaak.",
                       tr.decimal(100 * weight.asked / *mean)));
  return lines;
}

}  // namespace

std::string path_of_stop(GoalId const& goal) { return "/plannen/doel/" + goal.text() + "/wat-stopt"; }

std::optional<Stop> stop_of(db::Reading& reading, GoalId const& goal) {
  return reading.one<Stop>(sql::stop_of_goal, {{"goal", goal}});
}

std::optional<StopRefusal> refusal(StopDraft const& draft) {
  if (is_outside(draft.asks)) return StopRefusal::asks_out_of_range;
  if (base::length(draft.words) > longest_words) return StopRefusal::too_long;
  switch (draft.choice) {
    case StopChoice::something_stops:
      if (draft.words.empty()) return StopRefusal::what_missing;
      return is_outside(draft.freed) ? std::optional(StopRefusal::freed_out_of_range) : std::nullopt;
    case StopChoice::nothing_needed:
      return draft.words.empty() ? std::optional(StopRefusal::reason_missing) : std::nullopt;
    case StopChoice::skipped: return std::nullopt;
  }
  return std::nullopt;
}

std::set<GoalId> goals_unasked(db::Reading& reading, std::vector<GoalId> const& goals) {
  if (goals.empty()) return {};
  auto const unasked = reading.all<GoalId>(sql::goals_unasked, {{"goals", db::as_json(goals)}});
  return {unasked.begin(), unasked.end()};
}

StopDraft as_kept(StopDraft draft) {
  if (draft.choice == StopChoice::skipped) draft.words.clear();
  if (draft.choice != StopChoice::something_stops) draft.freed.reset();
  return draft;
}

Result<GoalId, StopRefusal> choose_stop(db::Transaction& tx, base::Actor const& actor, GoalId const& id,
                                        StopDraft const& draft) {
  auto const goal = find_sealed_goal(tx, id);
  if (auto const why = refusal_of_goal(goal)) return std::unexpected(*why);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const kept = as_kept(draft);
  Stop const stop{goal->board, id, kept.asks, kept.choice, kept.words, kept.freed, actor.person, actor.today};
  tx.run(sql::upsert_stop, db::fields(stop));
  audit::record(tx, actor,
                {.act = "goal.stop_chosen", .object = id.text(), .detail = std::string(base::name_of(draft.choice))});
  return id;
}

Weight weight_on(db::Reading& reading, BoardId const& board, UnitId const& unit, base::Date today) {
  auto const units = with_those_above(reading, unit);
  auto const staff = organisation::staff_of(reading, {unit}, today);
  auto const hours =
      hours_of(reading, board, school_year_of(today), base::collected(staff, &organisation::PersonSummary::id));
  auto const asked = reading.one<Asked>(sql::asked_of_units, {{"units", db::as_json(units)}}).value();
  Weight weight{.people = static_cast<int>(staff.size()),
                .known = static_cast<int>(hours.size()),
                .goals = asked.goals,
                .with_hours = asked.with_hours,
                .asked = asked.asked,
                .freed = asked.freed};
  for (auto const& [_, one] : hours) weight.hours += one;
  weight.actions = reading.one<int>(sql::actions_open_at_units, {{"units", db::as_json(units)}}).value();
  weight.ways = reading.one<int>(sql::ways_running, {{"units", db::as_json(with_those_within(reading, unit))}}).value();
  return weight;
}

std::optional<double> told_mean(Weight const& weight) {
  if (weight.known < fewest_people) return std::nullopt;
  return step_of_mean * std::round(weight.hours / weight.known / step_of_mean);
}

std::vector<std::string> words_for(Weight const& weight, bool sees_hours, i18n::Words const& tr) {
  auto lines = yearly_task(weight, sees_hours, tr);
  lines.push_back(tr.n("{} open doel, met wat van school en bestuur komt.",
                       "{} open doelen, met wat van school en bestuur komt.", weight.goals));
  if (weight.with_hours > 0)
    lines.push_back(tr("Van {} doelen en programma's is bekend hoeveel: samen {} uur per persoon per jaar.",
                       weight.with_hours, tr.decimal(weight.asked)));
  if (weight.freed > 0) lines.push_back(tr("Wat daarvoor stopt geeft {} uur terug.", tr.decimal(weight.freed)));
  lines.push_back(tr.n("{} open actie bij die doelen.", "{} open acties bij die doelen.", weight.actions));
  lines.push_back(tr.n("{} programma dat nu loopt.", "{} programma's die nu lopen.", weight.ways));
  return lines;
}

std::string words_for(StopChoice choice, i18n::Words const& tr) {
  switch (choice) {
    case StopChoice::something_stops: return tr("Er stopt iets");
    case StopChoice::nothing_needed: return tr("Er hoeft niets af");
    case StopChoice::skipped: return tr("Nog niet gekozen");
  }
  return {};
}

}  // namespace lenig::plan
