#pragma once

#include <map>

#include "engine/schedule/schedule.h"
#include "programme/cohort.hpp"

namespace lenig::programme {

/// What a school year is to a unit; what is not said is no preference.
enum class Wish { no_preference, suits, does_not_suit };
BOOST_DESCRIBE_ENUM(Wish, no_preference, suits, does_not_suit)

enum class Weekday { monday, tuesday, wednesday, thursday, friday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday)

/// When a unit can, and when its team meets anyway.
struct TeamTime {
  UnitId unit;
  std::vector<Weekday> weekdays;    // on which it can; none: any
  std::optional<Weekday> team_day;  // of the regular team meeting
  std::optional<int> team_minute;   // since midnight
  base::Date noted_on;
};

/// What a unit said about its turn.
struct Wishes {
  UnitId unit;
  std::map<int, Wish> by_year;  // by school year
  std::optional<TeamTime> time;

  Wish in(int school_year) const;
};

struct WishDraft {
  std::map<int, Wish> by_year;
  std::vector<Weekday> weekdays;
  std::optional<Weekday> team_day;
  std::optional<int> team_minute;
};

/// Where a unit would go by the plan, and whether it said yes to that.
struct Placement {
  UnitId unit;
  CohortId cohort;
  std::optional<base::Date> yes_on;
};
BOOST_DESCRIBE_STRUCT(Placement, (), (unit, cohort, yes_on))

/// A unit on the planning sheet.
struct Planned {
  organisation::UnitSummary unit;
  Wishes wishes;
  std::optional<Participation> way;    // when it was invited already
  std::optional<Placement> placement;  // by the plan
  bool fixed = false;                  // it is on its way: the plan leaves it where it is

  /// Where it stands: by the plan, else where it was invited.
  std::optional<CohortId> cohort() const;
};

/// Something that is wrong with the plan as it stands, in the engine's terms with our ids.
struct PlanFault {
  schedule::RollOutFault::Kind kind = schedule::RollOutFault::Kind::over_maximum;
  CohortId cohort;
  UnitId unit;  // empty when it is about the cohort as a whole
  int by = 0;
};

/// The whole sheet: cohorts, units and what is wrong.
struct Sheet {
  Programme programme;
  int steps = 0;  // half-days of trainers that a unit takes
  std::vector<Cohort> cohorts;
  std::map<CohortId, std::optional<int>> half_days;  // of trainers, as somebody noted them for the cohort
  std::map<CohortId, int> available;  // half-days: as noted, else what the trainers have; empty: nobody counts them
  std::vector<Planned> units;         // by name
  std::vector<PlanFault> faults;
};

/// What each unit said, in two queries.
std::map<UnitId, Wishes> wishes_of(db::Reading& reading, Programme const& programme);
/// Reads the sheet of a programme for units, in a fixed number of queries.
Sheet sheet_of(db::Reading& reading, Programme const& programme);

/// The best plan within the choices: what the engine says. Takes up to `limit`; no transaction is open meanwhile.
schedule::RollOutPlan proposal_for(Sheet const& sheet, std::chrono::milliseconds limit = std::chrono::seconds(5));

enum class PlanRefusal {
  not_found,
  of_people,
  fixed,
  out_of_reach,
  no_cohorts,
  half_days_out_of_range,
  team_time_half,
  faults,
  over_maximum,
  nothing_to_do
};

/// What a unit says about its turn, in place of what it said before.
Result<UnitId, PlanRefusal> note_wishes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                        UnitId const& unit, WishDraft const& draft);
/// Takes a proposal over as the plan; a unit that moved meanwhile stays where somebody put it.
Result<int, PlanRefusal> take_over(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                   schedule::CohortOf const& cohort_of);
/// Moves a unit by hand; an earlier yes was to another cohort. Gives the step that undoes it.
Result<std::string, PlanRefusal> place_unit(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            UnitId const& unit, CohortId const& cohort);
bool undo_place_unit(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// Who leads the unit says yes to where the plan puts it.
Result<UnitId, PlanRefusal> say_yes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                    UnitId const& unit);
/// The half-days that trainers have for a cohort; nothing: nobody counts them.
Result<CohortId, PlanRefusal> set_half_days(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            std::optional<int> half_days);

/// Whether a plan above a maximum is carried out: somebody has to say that they know.
enum class Maximum { holds, exceeded_knowingly };

struct CarriedOut {
  int invited = 0;
  int moved = 0;
};

/// Carries the plan out: invites who was not, and moves who was invited elsewhere. Refused as long as a unit stands
/// outside its choice without its yes.
Result<CarriedOut, PlanRefusal> carry_out(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                          Maximum maximum);

std::string words_for(Wish wish, i18n::Words const& tr);
std::string words_for(Weekday day, i18n::Words const& tr);

}  // namespace lenig::programme
