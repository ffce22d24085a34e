#pragma once

#include "plan/goal.hpp"

namespace lenig::plan {

/// A measurable marker of a unit's goal (piketpaaltje): from where, to where, by when.
struct Indicator {
  BoardId board;
  IndicatorId id;
  GoalId goal;
  std::string name;
  std::string measure;  // what is counted: "lessen", "%"
  double baseline = 0;
  base::Date baseline_on;
  double target = 0;
  base::Date target_on;
  int ask_days = 0;  // a reading older than this asks for a new one
  base::Date made_on;
  std::optional<base::Date> ended_on;

  bool rises() const { return target >= baseline; }
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (board, id, goal, name, measure, baseline, baseline_on, target, target_on, ask_days, made_on,
                       ended_on))

struct IndicatorDraft {
  std::string name;
  std::string measure;
  std::optional<double> baseline;
  base::Date baseline_on;
  std::optional<double> target;
  base::Date target_on;
  int ask_days = 0;
};
BOOST_DESCRIBE_STRUCT(IndicatorDraft, (), (name, measure, baseline, baseline_on, target, target_on, ask_days))

enum class IndicatorRefusal {
  not_found,
  name_missing,
  measure_missing,
  baseline_missing,
  target_missing,
  too_long,
  target_before_baseline,
  no_difference,
  days_out_of_range,
  goal_closed,
  private_goal,
  ended
};

/// Where a reading comes from.
enum class Source { count, lesson_visits, mirror, programme, portfolio };
BOOST_DESCRIBE_ENUM(Source, count, lesson_visits, mirror, programme, portfolio)

/// How an indicator stood on a day.
struct Reading {
  IndicatorId indicator;
  base::Id<struct ReadingTag> id;
  double value = 0;
  base::Date on_day;
  Source source = Source::count;
  std::string evidence;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (indicator, id, value, on_day, source, evidence, person))

struct ReadingDraft {
  std::optional<double> value;
  base::Date on_day;
  Source source = Source::count;
  std::string evidence;
};
BOOST_DESCRIBE_STRUCT(ReadingDraft, (), (value, on_day, source, evidence))

enum class ReadingRefusal {
  not_found,
  value_missing,
  out_of_range,
  in_future,
  before_baseline,
  too_long,
  ended,
  not_here
};

std::string path_of(IndicatorId const& indicator);

std::optional<Indicator> find_indicator(db::Reading& reading, IndicatorId const& indicator);
std::vector<Indicator> indicators_of(db::Reading& reading, BoardId const& board, std::vector<GoalId> const& goals);
/// The oldest first.
std::vector<Reading> readings_of(db::Reading& reading, BoardId const& board,
                                 std::vector<IndicatorId> const& indicators);

Result<IndicatorId, IndicatorRefusal> place_indicator(db::Transaction& tx, base::Actor const& actor, GoalId const& goal,
                                                      IndicatorDraft const& draft);
Result<IndicatorId, IndicatorRefusal> change_indicator(db::Transaction& tx, base::Actor const& actor,
                                                       IndicatorId const& indicator, IndicatorDraft const& draft);
Result<IndicatorId, IndicatorRefusal> end_indicator(db::Transaction& tx, base::Actor const& actor,
                                                    IndicatorId const& indicator);
Result<IndicatorId, ReadingRefusal> read_off(db::Transaction& tx, base::Actor const& actor,
                                             IndicatorId const& indicator, ReadingDraft const& draft);

/// Takes a reading out that was wrong: gives the step that undoes it. What came from a lesson visit only the visited
/// takes back.
Result<std::string, ReadingRefusal> remove_reading(db::Transaction& tx, base::Actor const& actor,
                                                   base::Id<struct ReadingTag> const& reading);
bool undo_remove_reading(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Whether an indicator can have this value: not below zero where it goes from and to what is not, no more than a
/// hundred of a hundred, and no number that nobody counts.
bool can_be_read(Indicator const& indicator, double value);

/// What the line between baseline and target asks for on a day: straight between the two days, level before and after.
double expected_on(Indicator const& indicator, base::Date day);
/// How far beside that line still counts as on it: a tenth of the way from baseline to target.
double band_of(Indicator const& indicator);

enum class Progress { no_reading, behind, on_the_line, ahead, reached };
BOOST_DESCRIBE_ENUM(Progress, no_reading, behind, on_the_line, ahead, reached)
/// Where the newest reading stands beside the line on its day.
Progress progress_of(Indicator const& indicator, std::vector<Reading> const& readings);
/// Whether the newest reading (or the baseline) is older than the indicator asks.
bool is_stale(Indicator const& indicator, std::vector<Reading> const& readings, base::Date today);

std::string words_for(Source source, i18n::Words const& tr);
std::string words_for(Progress progress, i18n::Words const& tr);

}  // namespace lenig::plan
