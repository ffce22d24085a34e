#include "programme/project_team.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2100;

db::Values key_of(Programme const& programme) { return {{"board", programme.board}, {"programme", programme.id}}; }

/// The leaders of the units that go, or went, through the programme in cohorts of this school year.
std::vector<TeamCandidate> leaders_in(db::Reading& reading, std::vector<Participation> const& ways, int school_year,
                                      Origin origin, base::Date today) {
  std::vector<UnitId> units;
  for (auto const& way : ways) {
    if (way.school_year == school_year && way.status != Status::withdrawn) units.push_back(way.unit);
  }
  if (units.empty()) return {};
  std::map<UnitId, std::string> names;
  for (auto const& unit : organisation::units_by_ids(reading, units)) names[unit.id] = unit.name;
  std::vector<TeamCandidate> leaders;
  for (auto const& person : organisation::staff_of(reading, units, today)) {
    if (person.leads) leaders.push_back({person.id, person.name(), names[person.unit], origin});
  }
  return leaders;
}

std::vector<TeamCandidate> of_the_office(db::Reading& reading, Programme const& programme, base::Date today) {
  std::vector<TeamCandidate> office;
  std::set<PersonId> known;
  for (auto const& person : organisation::staff_of(reading, {programme.host}, today)) {
    if (known.insert(person.id).second) office.push_back({person.id, person.name(), person.function, Origin::office});
  }
  return office;
}

/// The rule: those who served least, by the name of their unit.
void propose(std::vector<TeamCandidate>& candidates, Origin origin, std::size_t most) {
  std::vector<TeamCandidate*> of_origin;
  for (auto& one : candidates) {
    if (one.origin == origin) of_origin.push_back(&one);
  }
  std::ranges::stable_sort(of_origin, [](auto const* a, auto const* b) {
    return std::tie(a->served, a->unit) < std::tie(b->served, b->unit);
  });
  for (std::size_t i = 0; i < std::min(most, of_origin.size()); ++i) of_origin[i]->proposed = true;
}

bool has_cohort_before(std::vector<Participation> const& ways, int school_year) {
  return std::ranges::any_of(ways, [&](auto const& way) { return way.school_year < school_year; });
}

bool is_candidate(std::vector<TeamCandidate> const& candidates, PersonId const& person, Origin origin) {
  return std::ranges::any_of(candidates, [&](auto const& one) { return one.person == person && one.origin == origin; });
}

}  // namespace

std::vector<TeamMember> team_members_of(db::Reading& reading, Programme const& programme) {
  return reading.all<TeamMember>(sql::team_members_of_programme, key_of(programme));
}

std::vector<TeamCandidate> candidates_of(db::Reading& reading, Programme const& programme, int school_year,
                                         base::Date today) {
  auto const ways = participations_of(reading, programme);
  auto candidates = of_the_office(reading, programme, today);
  for (auto const& [year, origin] : {std::pair(school_year - 1, Origin::former), {school_year, Origin::present}}) {
    auto leaders = leaders_in(reading, ways, year, origin, today);
    candidates.insert(candidates.end(), leaders.begin(), leaders.end());
  }
  for (auto const& member : team_members_of(reading, programme)) {
    if (member.school_year >= school_year) continue;
    for (auto& one : candidates) one.served += one.person == member.person;
  }
  bool const is_first = !has_cohort_before(ways, school_year);
  bool const has_present = std::ranges::find(candidates, Origin::present, &TeamCandidate::origin) != candidates.end();
  for (auto& one : candidates) one.proposed = one.origin == Origin::office;
  propose(candidates, Origin::former, has_present ? of_former_cohort : of_present_cohort);
  propose(candidates, Origin::present, is_first ? candidates.size() : of_present_cohort);
  return candidates;
}

Result<int, TeamRefusal> appoint_team(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                      int school_year, TeamDraft const& draft) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(TeamRefusal::not_found);
  if (school_year < first_year || school_year > last_year) return std::unexpected(TeamRefusal::year_out_of_range);
  auto const candidates = candidates_of(tx, *found, school_year, actor.today);
  auto values = key_of(*found);
  values.emplace_back("school_year", school_year);
  tx.run(sql::delete_team, values);
  int appointed = 0;
  std::set<PersonId> known;
  for (auto const& [people, origin] :
       {std::pair(&draft.office, Origin::office), {&draft.former, Origin::former}, {&draft.present, Origin::present}}) {
    for (auto const& person : *people) {
      if (!is_candidate(candidates, person, origin)) return std::unexpected(TeamRefusal::not_a_candidate);
      if (!known.insert(person).second) continue;
      tx.run(sql::insert_team_member,
             db::fields(TeamMember{school_year, person, origin}, {{"board", found->board}, {"programme", programme}}));
      ++appointed;
    }
  }
  if (appointed == 0) return std::unexpected(TeamRefusal::nobody);
  audit::record(tx, actor,
                {.act = "team.appointed", .object = programme.text(), .detail = std::to_string(school_year)});
  return appointed;
}

std::string words_for(Origin origin, i18n::Words const& tr) {
  switch (origin) {
    case Origin::office: return tr("van het bureau");
    case Origin::former: return tr("van de vorige groep");
    case Origin::present: return tr("van deze groep");
  }
  return {};
}

}  // namespace lenig::programme
