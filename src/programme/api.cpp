#include "programme/api.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/db/id_list.hpp"
#include "programme/cohort.hpp"
#include "programme/queries.hpp"
#include "programme/sight.hpp"
#include "programme/told.hpp"

namespace lenig::programme {

namespace {

using access::Matter;
using api::Asked;
using api::Reference;
using api::Slice;

struct ProgrammeItem {
  std::string id;
  std::string name;
  std::string purpose;
  Audience audience = Audience::units;
  Reference host;
  int version = 0;
};
BOOST_DESCRIBE_STRUCT(ProgrammeItem, (), (id, name, purpose, audience, host, version))

struct CohortItem {
  std::string id;
  std::string name;
  Reference programme;
  std::string school_year;
  std::optional<int> maximum;
  std::optional<int> members;  // of people: as it was last told
  bool second_year = false;
};
BOOST_DESCRIBE_STRUCT(CohortItem, (), (id, name, programme, school_year, maximum, members, second_year))

struct HistoryItem {
  base::Date on;
  Turn event = Turn::invited;
  std::optional<Reason> reason;
  std::string cohort;
};
BOOST_DESCRIBE_STRUCT(HistoryItem, (), (on, event, reason, cohort))

struct ParticipationItem {
  std::string id;
  Reference unit;
  std::optional<Reference> person;  // of a programme for people
  Reference programme;
  Reference cohort;
  Status status = Status::invited;
  std::optional<Reason> reason;
  base::Date since;
  int steps_completed = 0;
  std::vector<HistoryItem> history;
};
BOOST_DESCRIBE_STRUCT(ParticipationItem, (),
                      (id, unit, person, programme, cohort, status, reason, since, steps_completed, history))

struct MeetingItem {
  std::string id;
  std::string title;
  MeetingKind kind = MeetingKind::step;
  Reference programme;
  std::optional<int> step;
  base::LocalTime starts_at;
  int minutes = 0;
  std::string place;
  MeetingState state = MeetingState::planned;
  std::vector<Reference> units;
};
BOOST_DESCRIBE_STRUCT(MeetingItem, (), (id, title, kind, programme, step, starts_at, minutes, place, state, units))

struct Company {
  MeetingId meeting;
  ParticipationId participation;
};
BOOST_DESCRIBE_STRUCT(Company, (), (meeting, participation))

/// The things that a viewer sees, from the one after the cursor on; one more than asked for.
template <class Thing, class Sees>
std::vector<Thing> part_of(std::vector<Thing> all, Asked const& asked, Sees const& sees) {
  std::sort(all.begin(), all.end(), [](Thing const& a, Thing const& b) { return a.id < b.id; });
  std::vector<Thing> part;
  for (auto& one : all) {
    if (one.id.text() <= asked.after || !sees(one)) continue;
    part.push_back(std::move(one));
    if (part.size() > static_cast<std::size_t>(asked.limit)) break;
  }
  return part;
}

std::map<UnitId, std::string> names_of(db::Reading& reading, std::vector<UnitId> const& units) {
  std::map<UnitId, std::string> names;
  for (auto const& unit : organisation::units_by_ids(reading, units)) names[unit.id] = unit.name;
  return names;
}

Reference reference_to(Programme const* programme) { return {programme->id.text(), programme->name}; }

std::string of_programmes(Sight const& sight) {
  return db::as_json(base::collected(sight.programmes(), &Programme::id));
}

Slice<ProgrammeItem> list_programmes(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const sight = Sight::of(reading, viewer);
  auto const part =
      part_of(sight.programmes(), asked, [&](Programme const& one) { return sight.sees(Matter::programme, one); });
  auto names = names_of(reading, base::collected(part, &Programme::host));
  auto items = base::collected(part, [&](Programme const& one) {
    return ProgrammeItem{one.id.text(), one.name, one.purpose, one.audience, {one.host.text(), names[one.host]},
                         one.published};
  });
  return api::slice_of(std::move(items), asked);
}

std::map<CohortId, ToldStanding> told_of(db::Reading& reading, Sight const& sight) {
  std::vector<ProgrammeId> of_people;
  for (auto const& one : sight.programmes()) {
    if (one.audience == Audience::people) of_people.push_back(one.id);
  }
  return of_people.empty() ? std::map<CohortId, ToldStanding>() : told_of(reading, of_people);
}

/// How many are in a cohort; of people what the roll-out map tells too, or the two together would tell more.
std::optional<int> members_of(Cohort const& cohort, Programme const& programme,
                              std::map<CohortId, ToldStanding> const& told, Sight const& sight) {
  if (programme.audience == Audience::units) return cohort.members;
  if (auto const standing = told.find(cohort.id); standing != told.end()) return standing->second.members;
  bool const nobody = std::ranges::find(sight.ways(), cohort.id, &Participation::cohort) == sight.ways().end();
  return nobody ? std::optional(0) : std::nullopt;
}

Slice<CohortItem> list_cohorts(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const sight = Sight::of(reading, viewer);
  auto const part =
      part_of(reading.all<Cohort>(sql::cohorts_of_programmes, {{"programmes", of_programmes(sight)}}), asked,
              [&](Cohort const& one) { return sight.sees(Matter::cohort, *sight.programme(one.programme)); });
  auto const told = told_of(reading, sight);
  auto items = base::collected(part, [&](Cohort const& one) {
    auto const* of = sight.programme(one.programme);
    return CohortItem{one.id.text(),    one.name,
                      reference_to(of), school_year_text(one.school_year),
                      one.most,         members_of(one, *of, told, sight),
                      one.second_year};
  });
  return api::slice_of(std::move(items), asked);
}

std::map<ParticipationId, std::vector<HistoryItem>> histories(db::Reading& reading,
                                                              std::vector<Participation> const& ways) {
  std::map<ParticipationId, std::vector<HistoryItem>> all;
  auto const ids = db::as_json(base::collected(ways, &Participation::id));
  for (auto const& one : reading.all<Taken>(sql::history_of_ways, {{"ways", ids}}))
    all[one.participation].push_back({one.on_day, one.kind, one.reason, one.cohort_name});
  return all;
}

std::map<ParticipationId, int> steps_completed(db::Reading& reading, std::vector<Participation> const& ways) {
  std::map<ParticipationId, int> all;
  auto const ids = db::as_json(base::collected(ways, &Participation::id));
  for (auto const& one : reading.all<StepDone>(sql::steps_done_of_ways, {{"ways", ids}})) ++all[one.participation];
  return all;
}

std::map<PersonId, std::string> people_of(db::Reading& reading, std::vector<Participation> const& ways) {
  std::vector<PersonId> ids;
  for (auto const& way : ways) {
    if (!way.person.empty()) ids.push_back(way.person);
  }
  std::map<PersonId, std::string> names;
  if (ids.empty()) return names;
  auto const boards = base::collected(ways, &Participation::unit_board);
  for (auto const& one : organisation::people_by_ids(reading, boards, ids)) names[one.id] = one.name();
  return names;
}

Slice<ParticipationItem> list_participations(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const sight = Sight::of(reading, viewer);
  auto const part =
      part_of(sight.ways(), asked, [&](Participation const& one) { return sight.sees(Matter::participation, one); });
  auto units = names_of(reading, base::collected(part, &Participation::unit));
  auto people = people_of(reading, part);
  auto history = histories(reading, part);
  auto done = steps_completed(reading, part);
  auto items = base::collected(part, [&](Participation const& one) {
    ParticipationItem item{.id = one.id.text(),
                           .unit = {one.unit.text(), units[one.unit]},
                           .person = std::nullopt,
                           .programme = {one.programme.text(), one.programme_name},
                           .cohort = {one.cohort.text(), one.cohort_name},
                           .status = one.status,
                           .reason = one.reason,
                           .since = one.since,
                           .steps_completed = done[one.id],
                           .history = history[one.id]};
    if (!one.person.empty()) item.person = Reference{one.person.text(), people[one.person]};
    return item;
  });
  return api::slice_of(std::move(items), asked);
}

Slice<MeetingItem> list_meetings(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const sight = Sight::of(reading, viewer);
  db::Values const programmes{{"programmes", of_programmes(sight)}};
  std::map<MeetingId, std::vector<ParticipationId>> company;
  for (auto const& one : reading.all<Company>(sql::company_of_programmes, programmes))
    company[one.meeting].push_back(one.participation);
  auto const part = part_of(reading.all<Meeting>(sql::meetings_of_programmes, programmes), asked,
                            [&](Meeting const& one) { return sight.sees(one, company[one.id]); });
  std::map<ParticipationId, UnitId> unit_of;
  for (auto const& way : sight.ways()) unit_of[way.id] = way.unit;
  auto names = names_of(reading, base::collected(sight.ways(), &Participation::unit));
  auto items = base::collected(part, [&](Meeting const& one) {
    std::set<UnitId> places;  // each once: how many people of a unit come is not told
    for (auto const& way : company[one.id]) places.insert(unit_of[way]);
    auto const units = base::collected(places, [&](UnitId const& unit) { return Reference{unit.text(), names[unit]}; });
    return MeetingItem{one.id.text(), one.title,     one.kind,    reference_to(sight.programme(one.programme)),
                       one.step,      one.starts_at, one.minutes, one.place,
                       one.state,     units};
  });
  return api::slice_of(std::move(items), asked);
}

}  // namespace

std::vector<api::Resource> resources() {
  return {api::resource("programmes", "Programme", "The programmes of the board, and those that its units go through.",
                        list_programmes),
          api::resource("cohorts", "Cohort", "Who goes through a programme in the same school year.", list_cohorts),
          api::resource("participations", "Participation", "Where each unit or person stands, with their history.",
                        list_participations),
          api::resource("meetings", "Meeting", "The meetings of programmes, with the units that come.", list_meetings)};
}

}  // namespace lenig::programme
