#include "programme/cohort.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "programme/queries.hpp"
#include "programme/told.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_name = 80;
constexpr int earliest_year = 1990;
constexpr int latest_year = 2100;
constexpr int largest_cohort = 10'000;

struct Invited {
  UnitId unit;
  BoardId unit_board;
  PersonId person;
};

/// The people of a draft with the unit at which they work, within the host's reach.
std::vector<Invited> people_invited(db::Transaction& tx, std::vector<organisation::UnitSummary> const& reach,
                                    InvitationDraft const& draft, base::Date today) {
  auto const units = base::collected(reach, &organisation::UnitSummary::id);
  std::map<UnitId, BoardId> boards;
  for (auto const& unit : reach) boards.emplace(unit.id, unit.board);
  std::vector<Invited> invited;
  auto const staff = organisation::staff_of(tx, units, today);
  for (auto const& person : draft.people) {
    auto const at = std::find_if(staff.begin(), staff.end(), [&](auto const& one) { return one.id == person; });
    if (at != staff.end()) invited.push_back({at->unit, boards[at->unit], person});
  }
  return invited;
}

std::vector<Invited> units_invited(std::vector<organisation::UnitSummary> const& reach, InvitationDraft const& draft) {
  std::vector<Invited> invited;
  for (auto const& unit : draft.units) {
    auto const at = std::find_if(reach.begin(), reach.end(), [&](auto const& one) { return one.id == unit; });
    if (at != reach.end()) invited.push_back({unit, at->board, {}});
  }
  return invited;
}

bool takes_part(std::vector<Participation> const& all, Invited const& one) {
  return std::any_of(all.begin(), all.end(), [&](Participation const& other) {
    return other.unit == one.unit && other.person == one.person && other.status != Status::withdrawn;
  });
}

ParticipationId insert(db::Transaction& tx, base::Actor const& actor, Cohort const& cohort, Invited const& one,
                       base::Date on_day) {
  auto const id = ParticipationId::make();
  auto const now = base::Instant::now();
  tx.run(sql::insert_participation, {{"board", cohort.board},
                                     {"id", id},
                                     {"programme", cohort.programme},
                                     {"cohort", cohort.id},
                                     {"unit_board", one.unit_board},
                                     {"unit", one.unit},
                                     {"person", one.person},
                                     {"status", Status::invited},
                                     {"since", on_day},
                                     {"now", now}});
  tx.run(sql::insert_turn, {{"board", cohort.board},
                            {"id", base::new_uuid()},
                            {"participation", id},
                            {"kind", Turn::invited},
                            {"on_day", on_day},
                            {"reason", std::optional<Reason>()},
                            {"cohort", cohort.id},
                            {"actor", actor.person},
                            {"now", now}});
  audit::record(tx, actor, {.act = "participation.invited", .object = id.text(), .subject = one.person});
  return id;
}

template <class Id>
void keep_each_once(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

InvitationDraft each_once(InvitationDraft draft) {
  keep_each_once(draft.units);
  keep_each_once(draft.people);
  return draft;
}

}  // namespace

std::optional<CohortRefusal> refusal(CohortDraft const& draft) {
  if (draft.name.empty()) return CohortRefusal::name_missing;
  if (base::length(draft.name) > longest_name) return CohortRefusal::name_too_long;
  if (draft.school_year < earliest_year || draft.school_year > latest_year) return CohortRefusal::year_out_of_range;
  if (draft.most && (*draft.most < 1 || *draft.most > largest_cohort)) return CohortRefusal::most_out_of_range;
  return std::nullopt;
}

std::string path_of(CohortId const& cohort) { return "/programma/groep/" + cohort.text(); }

std::string school_year_text(int year) { return std::to_string(year) + "-" + std::to_string(year + 1); }

int school_year_of(base::Date day) {
  auto const calendar = day.calendar();
  return static_cast<int>(calendar.year()) - (calendar.month() < std::chrono::August ? 1 : 0);
}

std::optional<Cohort> find_cohort(db::Reading& reading, CohortId const& cohort) {
  return reading.one<Cohort>(sql::cohort_by_id, {{"cohort", cohort}});
}

std::vector<Cohort> cohorts_of(db::Reading& reading, Programme const& programme) {
  return reading.all<Cohort>(sql::cohorts_of_programme, {{"board", programme.board}, {"programme", programme.id}});
}

std::vector<Participation> participations_of(db::Reading& reading, Programme const& programme) {
  return reading.all<Participation>(sql::participations_of_programme,
                                    {{"board", programme.board}, {"programme", programme.id}});
}

Result<CohortId, CohortRefusal> add_cohort(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                           CohortDraft const& draft) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(CohortRefusal::not_found);
  if (found->published == 0) return std::unexpected(CohortRefusal::nothing_published);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const id = CohortId::make();
  tx.run(sql::insert_cohort, db::fields(draft, {{"board", found->board},
                                                {"id", id},
                                                {"programme", programme},
                                                {"version", found->published},
                                                {"now", base::Instant::now()}}));
  audit::record(tx, actor, {.act = "cohort.added", .object = id.text()});
  return id;
}

Result<CohortId, CohortRefusal> change_cohort(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                              CohortDraft const& draft) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(CohortRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  if (draft.most && *draft.most < found->members) return std::unexpected(CohortRefusal::most_out_of_range);
  tx.run(sql::update_cohort, db::fields(draft, {{"board", found->board}, {"cohort", cohort}}));
  audit::record(tx, actor, {.act = "cohort.changed", .object = cohort.text()});
  return cohort;
}

Result<std::vector<ParticipationId>, InvitationRefusal> invite(db::Transaction& tx, base::Actor const& actor,
                                                               CohortId const& cohort, InvitationDraft const& given) {
  auto const draft = each_once(given);
  tx.run(sql::hold_cohort, {{"cohort", cohort}});  // two who invite at once don't share the last place
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(InvitationRefusal::not_found);
  if (draft.on_day > actor.today) return std::unexpected(InvitationRefusal::in_future);
  auto const programme = find_programme(tx, found->programme);
  auto const reach = organisation::units_within(tx, programme->host);
  bool const of_people = programme->audience == Audience::people;
  auto const asked = of_people ? draft.people.size() : draft.units.size();
  auto const invited = of_people ? people_invited(tx, reach, draft, actor.today) : units_invited(reach, draft);
  if (asked == 0) return std::unexpected(InvitationRefusal::nobody);
  if (invited.size() != asked) return std::unexpected(InvitationRefusal::out_of_reach);
  auto const present = participations_of(tx, *programme);
  if (std::any_of(invited.begin(), invited.end(), [&](auto const& one) { return takes_part(present, one); })) {
    return std::unexpected(InvitationRefusal::already_in);
  }
  if (!draft.over_maximum && found->most && found->members + static_cast<int>(asked) > *found->most)
    return std::unexpected(InvitationRefusal::cohort_full);
  auto ways =
      base::collected(invited, [&](Invited const& one) { return insert(tx, actor, *found, one, draft.on_day); });
  if (of_people) tell_standing(tx, programme->id, actor.today);
  return ways;
}

bool undo_invite(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  bool all = true;
  std::set<ProgrammeId> of_people;
  for (auto const& id : base::split(payload, ' ')) {
    auto const way = find_participation(tx, ParticipationId(id));
    bool const gone = way && tx.run(sql::delete_invitation, {{"board", way->board}, {"participation", id}}) == 1;
    all = all && gone;
    if (!gone) continue;
    tx.run(sql::delete_turns, {{"board", way->board}, {"participation", id}});
    if (!way->person.empty()) of_people.insert(way->programme);
    audit::record(tx, actor, {.act = "participation.invitation_undone", .object = id, .subject = way->person});
  }
  for (auto const& programme : of_people) tell_standing(tx, programme, actor.today);
  return all;
}

}  // namespace lenig::programme
