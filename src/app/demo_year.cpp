#include "app/demo_year.hpp"

#include <algorithm>
#include <stdexcept>

#include "programme/year_plan.hpp"

namespace lenig::app {

namespace {

using programme::YearMeeting;
using programme::YearUnit;

constexpr int school_year = 2004;
constexpr int days_between_steps = 42;
constexpr int days_to_look = 35;

class Loader {
 public:
  explicit Loader(Training const& into)
      : tx_(*into.tx),
        actor_{.person = into.office,
               .board = into.board,
               .request = "demo",
               .today = base::Date::parse("2004-04-14").value()},
        sheet_(sheet_for(into.programme)) {}

  /// Unit after unit, each step on the first day that breaks nothing.
  void load() {
    for (auto const& unit : sheet_.units) {
      auto from = sheet_.plan.first_day;
      for (auto const& step : unit.steps) {
        auto const meeting = first_that_fits(unit, step, from);
        keep(meeting);
        from = meeting.starts_at.date.plus_days(days_between_steps);
      }
    }
  }

 private:
  programme::YearSheet sheet_for(programme::ProgrammeId const& id) {
    auto const programme = programme::find_programme(tx_, id).value();
    auto const cohorts = programme::cohorts_of(tx_, programme);
    return programme::year_sheet_of(tx_, *std::ranges::find(cohorts, school_year, &programme::Cohort::school_year),
                                    actor_.today);
  }

  YearMeeting first_that_fits(YearUnit const& unit, programme::Step const& step, base::Date from) {
    for (int day = 0; day < days_to_look; ++day) {
      for (std::size_t at = 0; at < sheet_.trainers.size(); ++at) {  // in turn
        auto const& leads = sheet_.trainers[(sheet_.meetings.size() + at) % sheet_.trainers.size()];
        YearMeeting const meeting{unit.row.way.id, step.position, {from.plus_days(day), minute_of(unit)},
                                  step.minutes,    leads.person,  grows_beside(leads.person, step.position)};
        if (fits(unit, meeting)) return meeting;
      }
    }
    throw std::logic_error("the demo's case has no room for its year");
  }

  static int minute_of(YearUnit const& unit) {
    return unit.time && unit.time->team_minute ? *unit.time->team_minute : 15 * 60 + 30;
  }

  /// Another trainer who may not lead the step yet; taken in turn.
  std::optional<base::PersonId> grows_beside(base::PersonId const& leads, int step) const {
    std::vector<base::PersonId> growing;
    for (auto const& one : sheet_.trainers) {
      if (one.person != leads && one.may.at(step) != programme::Part::leads) growing.push_back(one.person);
    }
    if (growing.empty()) return std::nullopt;
    return growing[sheet_.meetings.size() % growing.size()];
  }

  bool fits(YearUnit const& unit, YearMeeting const& meeting) {
    if (std::chrono::weekday(meeting.starts_at.date.days()) != day_of(unit)) return false;
    sheet_.meetings.push_back(meeting);
    bool const right = schedule::faults_of(model_of(sheet_), engine_meetings(sheet_)).empty();
    sheet_.meetings.pop_back();
    return right;
  }

  static std::chrono::weekday day_of(YearUnit const& unit) {
    auto const day = unit.time ? unit.time->team_day : std::nullopt;
    return std::chrono::weekday(day ? static_cast<unsigned>(*day) + 1 : 2);  // else on a Tuesday
  }

  void keep(YearMeeting const& meeting) {
    auto const kept = programme::put_year_meeting(tx_, actor_, sheet_.cohort.id, meeting.participation, meeting.step,
                                                  {meeting.starts_at, meeting.minutes, meeting.leads, meeting.grows});
    if (!kept) throw std::logic_error("the demo's case does not fit the rules");
    sheet_.meetings.push_back(meeting);
  }

  db::Transaction& tx_;
  base::Actor actor_;
  programme::YearSheet sheet_;
};

}  // namespace

void load_year(Training const& into) { Loader(into).load(); }

}  // namespace lenig::app
