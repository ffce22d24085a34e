#include <algorithm>
#include <set>
#include <stdexcept>

#include "engine/schedule/places.hpp"
#include "engine/schedule/span.hpp"

namespace lenig::schedule {

namespace {

using Kind = MeetingFault::Kind;

/// Meetings of a year with what they are about.
class Checked {
 public:
  Checked(MeetingYear const& year, std::vector<Meeting> const& meetings);

  std::vector<MeetingFault> faults() &&;

 private:
  struct About {
    MeetingUnit const* unit;
    int step;
  };

  void check_day(std::size_t at);
  void check_order(std::size_t at);
  void check_distance(std::size_t at, base::Date before);
  void check_parts(std::size_t at);
  void check_calendar(std::size_t at, Id const& trainer);
  void add(std::size_t at, Kind kind, Id const& trainer = {}, Id const& other = {});

  Step const& step(std::size_t at) const { return abouts_[at].unit->steps[abouts_[at].step]; }
  Trainer const& trainer(Id const& id) const { return year_.trainers[trainers_.of(id)]; }

  MeetingYear const& year_;
  std::vector<Meeting> const& meetings_;
  Places trainers_;
  std::vector<About> abouts_;
  std::vector<MeetingFault> faults_;
};

Checked::Checked(MeetingYear const& year, std::vector<Meeting> const& meetings)
    : year_(year), meetings_(meetings), trainers_("trainer", ids_of(year.trainers)) {
  Places const units("unit", ids_of(year.units));
  std::set<std::pair<Id, Id>> known;
  for (auto const& meeting : meetings) {
    auto const& unit = year.units[units.of(meeting.unit)];
    abouts_.push_back({&unit, Places("step", ids_of(unit.steps)).of(meeting.step)});
    if (!known.emplace(meeting.unit, meeting.step).second)
      throw std::invalid_argument("two meetings of " + meeting.unit + " for the step " + meeting.step);
  }
}

std::vector<MeetingFault> Checked::faults() && {
  for (std::size_t at = 0; at < meetings_.size(); ++at) {
    check_day(at);
    check_order(at);
    check_parts(at);
  }
  return std::move(faults_);
}

void Checked::check_day(std::size_t at) {
  auto const& meeting = meetings_[at];
  auto const& unit = *abouts_[at].unit;
  auto const date = meeting.start.date;
  if (date < year_.first || date > year_.last) add(at, Kind::outside_year);
  if (in_holidays(unit, date)) add(at, Kind::in_holidays);
  if (meets_any(unit.busy, span_of(meeting))) add(at, Kind::unit_busy);
}

void Checked::check_order(std::size_t at) {
  auto const& about = abouts_[at];
  if (about.step == 0 && about.unit->after) check_distance(at, *about.unit->after);
  for (std::size_t other = 0; other < meetings_.size(); ++other) {
    if (abouts_[other].unit != about.unit || abouts_[other].step >= about.step) continue;
    if (span_of(meetings_[at]).from < span_of(meetings_[other]).until)
      add(at, Kind::too_soon);
    else if (abouts_[other].step == about.step - 1)
      check_distance(at, meetings_[other].start.date);
  }
}

void Checked::check_distance(std::size_t at, base::Date before) {
  int const days = base::days_between(before, meetings_[at].start.date);
  if (days < step(at).least_days) add(at, Kind::too_soon);
  if (days > step(at).most_days) add(at, Kind::too_late);
}

void Checked::check_parts(std::size_t at) {
  auto const& meeting = meetings_[at];
  if (!may_lead(trainer(meeting.leads), meeting.step)) add(at, Kind::may_not_lead, meeting.leads);
  check_calendar(at, meeting.leads);
  if (!meeting.grows) {
    if (step(at).accompanied) add(at, Kind::nobody_grows);
    return;
  }
  if (!may_grow(trainer(*meeting.grows), meeting.step)) add(at, Kind::may_not_grow, *meeting.grows);
  if (*meeting.grows != meeting.leads) check_calendar(at, *meeting.grows);
}

void Checked::check_calendar(std::size_t at, Id const& trainer_id) {
  if (meets_any(trainer(trainer_id).busy, span_of(meetings_[at]))) add(at, Kind::trainer_busy, trainer_id);
  auto const with_travel = [&](Meeting const& meeting) {
    auto const span = span_of(meeting);
    return Span{span.from, span.until + year_.minutes_between};
  };
  for (std::size_t other = 0; other < at; ++other) {
    auto const& before = meetings_[other];
    bool const there = before.leads == trainer_id || before.grows == trainer_id;
    if (there && with_travel(before).meets(with_travel(meetings_[at])))
      add(at, Kind::trainer_double, trainer_id, before.unit);
  }
}

void Checked::add(std::size_t at, Kind kind, Id const& trainer_id, Id const& other) {
  MeetingFault fault{
      .kind = kind, .unit = meetings_[at].unit, .step = meetings_[at].step, .trainer = trainer_id, .other = other};
  if (std::ranges::find(faults_, fault) == faults_.end()) faults_.push_back(std::move(fault));
}

}  // namespace

std::vector<MeetingFault> faults_of(MeetingYear const& year, std::vector<Meeting> const& meetings) {
  return Checked(year, meetings).faults();
}

Shifted shifted(MeetingYear const& year, std::vector<Meeting> meetings, int weeks) {
  for (auto& meeting : meetings) meeting.start.date = meeting.start.date.plus_days(7 * weeks);
  auto faults = faults_of(year, meetings);
  return {std::move(meetings), std::move(faults)};
}

}  // namespace lenig::schedule
