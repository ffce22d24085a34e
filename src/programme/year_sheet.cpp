// A cohort's year: what it is planned with, read from where it is kept and told in the engine's terms.
#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/queries.hpp"
#include "programme/year_plan.hpp"

namespace lenig::programme {

namespace {

constexpr int usual_minutes = 120;          // of a step whose length nobody noted
constexpr int usual_minute = 15 * 60 + 30;  // after lessons
constexpr int usual_between = 30;
constexpr int minutes_of_others = 180;  // that another meeting of a unit keeps it

struct HindranceRow {
  ParticipationId participation;
  int step = 0;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(HindranceRow, (), (participation, step, why))

struct BusyRow {
  PersonId person;
  base::LocalTime starts_at;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(BusyRow, (), (person, starts_at, minutes))

struct DraftRow {
  PersonId leads;
  std::optional<PersonId> grows;
  base::LocalTime starts_at;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(DraftRow, (), (leads, grows, starts_at, minutes))

db::Values key_of(Cohort const& cohort) { return {{"board", cohort.board}, {"cohort", cohort.id}}; }

/// From the first of September to the last of June, and nothing before tomorrow.
YearPlan usual_plan(Cohort const& cohort, base::Date today) {
  auto const day = [](int year, unsigned month, unsigned number) {
    return base::Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number));
  };
  return {.first_day = std::max(day(cohort.school_year, 9, 1), today.plus_days(1)),
          .last_day = day(cohort.school_year + 1, 6, 30),
          .other_minute = usual_minute,
          .minutes_between = usual_between};
}

base::LocalTime plus(base::LocalTime at, int minutes) {
  int const minute = at.minute_of_day + minutes;
  return {at.date.plus_days(minute / (24 * 60)), minute % (24 * 60)};
}

schedule::Busy busy_from(base::LocalTime at, int minutes) { return {at, plus(at, minutes)}; }

/// The steps behind the last one that is done or planned, and the day of that one.
YearUnit unit_of(Row row, std::vector<Step> const& steps) {
  int last = 0;
  std::optional<base::Date> after;
  auto const note = [&](int step, base::Date day) {
    if (step < last) return;
    last = step;
    after = day;
  };
  for (auto const& one : row.done) note(one.step, one.done_on);
  for (auto const& one : row.meetings) {
    if (one.step) note(*one.step, one.starts_at.date);
  }
  YearUnit unit{.row = std::move(row), .steps = {}, .after = after, .time = {}, .region = {}};
  std::ranges::copy_if(steps, std::back_inserter(unit.steps), [&](Step const& step) { return step.position > last; });
  return unit;
}

bool takes_part(Participation const& way) {
  return way.status != Status::withdrawn && way.status != Status::completed && way.status != Status::paused;
}

std::vector<YearUnit> units_of(db::Reading& reading, YearSheet const& sheet, base::Date today) {
  auto ways = participations_of(reading, sheet.programme);
  std::erase_if(ways, [&](auto const& way) { return way.cohort != sheet.cohort.id || !takes_part(way); });
  auto const steps = steps_of(reading, sheet.programme, sheet.cohort.version);
  auto const wishes = wishes_of(reading, sheet.programme);
  auto const regions = regions_of(reading, sheet.programme.board);
  std::vector<YearUnit> units;
  for (auto& row : rows_of(reading, ways, today)) {
    auto unit = unit_of(std::move(row), steps);
    if (auto const at = wishes.find(unit.row.way.unit); at != wishes.end()) unit.time = at->second.time;
    unit.region = regions.of(unit.row.way.unit);
    units.push_back(std::move(unit));
  }
  return units;
}

void keep_busy(std::vector<YearTrainer>& trainers, PersonId const& person, schedule::Busy const& busy) {
  auto const at = std::ranges::find(trainers, person, &YearTrainer::person);
  if (at != trainers.end()) at->busy.push_back(busy);
}

/// When trainers can't: away, at a meeting that is planned, or in the plan of another cohort.
void note_busy(db::Reading& reading, YearSheet& sheet) {
  db::Values const of_programme{{"board", sheet.programme.board}, {"programme", sheet.programme.id}};
  for (auto const& one : away_in(reading, sheet.programme, sheet.plan.first_day))
    keep_busy(sheet.trainers, one.person, {one.from_at, one.until_at});
  for (auto const& one : reading.all<BusyRow>(sql::busy_of_trainers, of_programme))
    keep_busy(sheet.trainers, one.person, busy_from(one.starts_at, one.minutes));
  auto of_others = of_programme;
  of_others.emplace_back("cohort", sheet.cohort.id);
  for (auto const& one : reading.all<DraftRow>(sql::drafts_of_other_cohorts, of_others)) {
    keep_busy(sheet.trainers, one.leads, busy_from(one.starts_at, one.minutes));
    if (one.grows) keep_busy(sheet.trainers, *one.grows, busy_from(one.starts_at, one.minutes));
  }
}

/// Of every school year that the plan touches: a cohort's second year has its own.
std::vector<Holiday> holidays_within(db::Reading& reading, YearSheet const& sheet) {
  std::vector<Holiday> all;
  for (int year = school_year_of(sheet.plan.first_day); year <= school_year_of(sheet.plan.last_day); ++year) {
    auto const of_year = holidays_of(reading, sheet.programme.board, year);
    all.insert(all.end(), of_year.begin(), of_year.end());
  }
  return all;
}

std::vector<YearTrainer> trainers_for(db::Reading& reading, YearSheet const& sheet) {
  auto const trainers = trainers_of(reading, sheet.programme);
  auto const steps = steps_of(reading, sheet.programme, sheet.cohort.version);
  std::vector<YearTrainer> all;
  for (auto const& trainer : trainers.all) {
    YearTrainer one{.person = trainer.person, .name = {}, .may = {}, .busy = {}};
    for (auto const& step : steps) one.may[step.position] = trainers.part_of(trainer, step.position);
    all.push_back(std::move(one));
  }
  // Somebody of the plan who trains here no longer: the plan says so.
  for (auto const& meeting : sheet.meetings) {
    for (auto const& person : {std::optional(meeting.leads), meeting.grows}) {
      if (person && std::ranges::find(all, *person, &YearTrainer::person) == all.end())
        all.push_back({.person = *person, .name = {}, .may = {}, .busy = {}});
    }
  }
  for (auto const& person :
       organisation::people_by_ids(reading, {sheet.programme.board}, base::collected(all, &YearTrainer::person)))
    std::ranges::find(all, person.id, &YearTrainer::person)->name = person.name();
  return all;
}

bool is_to_plan(YearSheet const& sheet, ParticipationId const& participation, int step) {
  auto const* const unit = sheet.unit(participation);
  return unit != nullptr && std::ranges::find(unit->steps, step, &Step::position) != unit->steps.end();
}

/// What is in the plan, by unit; without those that are done, planned or withdrawn since.
std::vector<YearMeeting> meetings_for(db::Reading& reading, YearSheet const& sheet) {
  auto const kept = reading.all<YearMeeting>(sql::year_meetings_of_cohort, key_of(sheet.cohort));
  std::vector<YearMeeting> meetings;
  for (auto const& unit : sheet.units) {
    std::ranges::copy_if(kept, std::back_inserter(meetings), [&](auto const& one) {
      return one.participation == unit.row.way.id && is_to_plan(sheet, one.participation, one.step);
    });
  }
  return meetings;
}

std::chrono::weekday weekday_of(Weekday day) {
  return std::chrono::weekday(static_cast<unsigned>(day) + 1);  // Monday is 1
}

int minutes_of(Step const& step) { return step.minutes == 0 ? usual_minutes : step.minutes; }

bool somebody_grows(YearSheet const& sheet, int step) {
  return std::ranges::any_of(sheet.trainers, [&](auto const& trainer) {
    auto const may = trainer.may.find(step);
    return may != trainer.may.end() && may->second != Part::leads;
  });
}

/// The day of the step before, as long as it still matters: after an interruption, steps begin anew.
std::optional<base::Date> day_before(YearUnit const& unit, YearPlan const& plan) {
  bool const matters = unit.after && base::days_between(*unit.after, plan.first_day) < schedule::Step().least_days;
  return matters ? unit.after : std::nullopt;
}

schedule::MeetingUnit engine_unit(YearUnit const& unit, YearSheet const& sheet) {
  schedule::MeetingUnit to{.id = unit.row.way.id.text(), .steps = {}, .after = day_before(unit, sheet.plan)};
  for (auto const& step : unit.steps)
    to.steps.push_back({.id = std::to_string(step.position),
                        .minutes = minutes_of(step),
                        .accompanied = sheet.plan.accompanied && somebody_grows(sheet, step.position)});
  if (unit.time && unit.time->team_day)
    to.regular.push_back({.day = weekday_of(*unit.time->team_day), .minute_of_day = *unit.time->team_minute});
  for (auto const& slot : schedule::working_days(sheet.plan.other_minute)) {
    bool const can = !unit.time || unit.time->weekdays.empty() ||
                     std::ranges::any_of(unit.time->weekdays, [&](auto day) { return weekday_of(day) == slot.day; });
    if (can) to.other.push_back(slot);
  }
  for (auto const& holiday : sheet.holidays) {
    if (holiday.region == unit.region) to.holidays.push_back({holiday.first_day, holiday.last_day});
  }
  for (auto const& meeting : unit.row.meetings) to.busy.push_back(busy_from(meeting.starts_at, minutes_of_others));
  return to;
}

schedule::Part engine_part(Part part) {
  switch (part) {
    case Part::attends: return schedule::Part::attends;
    case Part::co_leads: return schedule::Part::co_leads;
    case Part::leads: return schedule::Part::leads;
  }
  return schedule::Part::attends;
}

schedule::Trainer engine_trainer(YearTrainer const& trainer) {
  schedule::Trainer to{.id = trainer.person.text(), .may = {}, .busy = trainer.busy};
  for (auto const& [step, part] : trainer.may) to.may[std::to_string(step)] = engine_part(part);
  return to;
}

bool in_team_time(YearSheet const& sheet, YearMeeting const& meeting) {
  auto const& time = sheet.unit(meeting.participation)->time;
  return time && time->team_day && *time->team_minute == meeting.starts_at.minute_of_day &&
         weekday_of(*time->team_day) == std::chrono::weekday(meeting.starts_at.date.days());
}

}  // namespace

YearUnit const* YearSheet::unit(ParticipationId const& participation) const {
  auto const at = std::ranges::find_if(units, [&](auto const& one) { return one.row.way.id == participation; });
  return at == units.end() ? nullptr : &*at;
}

YearMeeting const* YearSheet::meeting(ParticipationId const& participation, int step) const {
  auto const at = std::ranges::find_if(
      meetings, [&](auto const& one) { return one.participation == participation && one.step == step; });
  return at == meetings.end() ? nullptr : &*at;
}

YearSheet year_sheet_of(db::Reading& reading, Cohort const& cohort, base::Date today) {
  YearSheet sheet{.cohort = cohort, .programme = find_programme(reading, cohort.programme).value()};
  sheet.plan = reading.one<YearPlan>(sql::year_plan_of_cohort, key_of(cohort)).value_or(usual_plan(cohort, today));
  sheet.units = units_of(reading, sheet, today);
  sheet.holidays = holidays_within(reading, sheet);
  sheet.meetings = meetings_for(reading, sheet);
  sheet.trainers = trainers_for(reading, sheet);
  note_busy(reading, sheet);
  for (auto const& row : reading.all<HindranceRow>(sql::year_hindrances_of_cohort, key_of(cohort)))
    sheet.hindrances.push_back({row.participation, row.step, hindrance_from(row.why)});
  sheet.faults = schedule::faults_of(model_of(sheet), engine_meetings(sheet));
  return sheet;
}

schedule::MeetingYear model_of(YearSheet const& sheet) {
  std::vector<schedule::MeetingUnit> units;
  for (auto const& unit : sheet.units) {
    if (!unit.steps.empty()) units.push_back(engine_unit(unit, sheet));
  }
  return {.first = sheet.plan.first_day,
          .last = sheet.plan.last_day,
          .units = std::move(units),
          .trainers = base::collected(sheet.trainers, engine_trainer),
          .minutes_between = sheet.plan.minutes_between};
}

std::vector<schedule::Meeting> engine_meetings(YearSheet const& sheet) {
  return base::collected(sheet.meetings, [&](YearMeeting const& one) {
    schedule::Meeting to{.unit = one.participation.text(),
                         .step = std::to_string(one.step),
                         .start = one.starts_at,
                         .minutes = one.minutes,
                         .regular = in_team_time(sheet, one),
                         .leads = one.leads.text(),
                         .grows = {}};
    if (one.grows) to.grows = one.grows->text();
    return to;
  });
}

schedule::MeetingPlan year_proposal_for(YearSheet const& sheet, std::chrono::milliseconds limit) {
  return schedule::plan_meetings(model_of(sheet), limit);
}

}  // namespace lenig::programme
