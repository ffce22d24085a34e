#pragma once

#include <set>

#include "plan/goal.hpp"

namespace lenig::plan {

// If something is added, something goes: with a goal comes the question what stops.

enum class StopChoice { something_stops, nothing_needed, skipped };
BOOST_DESCRIBE_ENUM(StopChoice, something_stops, nothing_needed, skipped)

/// What goes for a goal of a unit. Hours are of one person in one year.
struct Stop {
  BoardId board;
  GoalId goal;
  std::optional<double> asks;  // what the goal asks
  StopChoice choice = StopChoice::skipped;
  std::string words;  // what stops, or why nothing needs to
  std::optional<double> freed;
  PersonId person;
  base::Date on_day;
};
BOOST_DESCRIBE_STRUCT(Stop, (), (board, goal, asks, choice, words, freed, person, on_day))

struct StopDraft {
  std::optional<double> asks;
  StopChoice choice = StopChoice::skipped;
  std::string words;
  std::optional<double> freed;
};
BOOST_DESCRIBE_STRUCT(StopDraft, (), (asks, choice, words, freed))

enum class StopRefusal {
  not_found,
  private_goal,
  closed,
  what_missing,
  reason_missing,
  too_long,
  asks_out_of_range,
  freed_out_of_range
};

/// The page that asks it.
std::string path_of_stop(GoalId const& goal);

std::optional<Stop> stop_of(db::Reading& reading, GoalId const& goal);

/// Of which of these goals of units nobody was asked yet what goes.
std::set<GoalId> goals_unasked(db::Reading& reading, std::vector<GoalId> const& goals);

/// What is missing in what was chosen. No SQL.
std::optional<StopRefusal> refusal(StopDraft const& draft);
/// Without what does not belong to the choice.
StopDraft as_kept(StopDraft draft);

Result<GoalId, StopRefusal> choose_stop(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                        StopDraft const& draft);

/// What weighs on those whom something touches: the goals of their unit and of those above it, and the programmes that
/// it goes through, against their yearly tasks.
struct Weight {
  int people = 0;
  int known = 0;     // of how many the yearly task is known
  double hours = 0;  // of those together
  int goals = 0;
  int with_hours = 0;  // of how many goals and programmes it is known what they ask
  double asked = 0;    // by them, of one person in a year
  double freed = 0;    // by what stops for them
  int actions = 0;
  int ways = 0;  // through programmes
};
Weight weight_on(db::Reading& reading, BoardId const& board, UnitId const& unit, base::Date today);

/// A mean yearly task as it may be told to who may not see a person's: none of fewer than five people, and in steps of
/// fifty hours, so that the means of two places tell nothing of one person.
std::optional<double> told_mean(Weight const& weight);

/// It in lines; `sees_hours`: whoever reads them may see a person's hours, others hear what `told_mean` gives.
std::vector<std::string> words_for(Weight const& weight, bool sees_hours, i18n::Words const& tr);
std::string words_for(StopChoice choice, i18n::Words const& tr);

}  // namespace lenig::plan
