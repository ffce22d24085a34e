#include "plan/peer_group.hpp"

#include <algorithm>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t fewest_members = 2;

std::optional<PeerGroupRefusal> refusal(db::Reading& reading, UnitId const& unit, base::Date today,
                                        PeerGroupDraft const& draft) {
  if (draft.name.empty()) return PeerGroupRefusal::name_missing;
  if (base::length(draft.name) > longest_name) return PeerGroupRefusal::too_long;
  if (draft.members.size() < fewest_members) return PeerGroupRefusal::too_few;
  auto const staff = organisation::staff_of(reading, {unit}, today);
  bool const all_here = std::ranges::all_of(draft.members, [&](PersonId const& one) {
    return std::ranges::find(staff, one, &organisation::PersonSummary::id) != staff.end();
  });
  return all_here ? std::nullopt : std::optional(PeerGroupRefusal::not_of_this_unit);
}

void join(db::Transaction& tx, base::Actor const& actor, PeerGroup const& group, PersonId const& person) {
  tx.run(sql::upsert_peer_group_member, {{"board", group.board},
                                         {"peer_group", group.id},
                                         {"person", person},
                                         {"joined_on", actor.today},
                                         {"joined_at", base::Instant::now()}});
}

/// What somebody shared with a group they leave is shared no more.
void leave(db::Transaction& tx, base::Actor const& actor, PeerGroup const& group, PersonId const& person) {
  tx.run(sql::end_peer_group_member,
         {{"board", group.board}, {"peer_group", group.id}, {"person", person}, {"left_on", actor.today}});
  tx.run(sql::end_shares_of_member,
         {{"board", group.board}, {"peer_group", group.id}, {"person", person}, {"ended_on", actor.today}});
}

}  // namespace

std::string path_of(PeerGroupId const& group) { return "/plannen/popgroep/" + group.text(); }

std::optional<PeerGroup> find_peer_group(db::Reading& reading, PeerGroupId const& group) {
  return reading.one<PeerGroup>(sql::peer_group_by_id, {{"peer_group", group}});
}

std::vector<PeerGroup> peer_groups_of(db::Reading& reading, UnitId const& unit) {
  return reading.all<PeerGroup>(sql::peer_groups_of_unit, {{"unit", unit}});
}

std::vector<PeerGroup> peer_groups_of(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<PeerGroup>(sql::peer_groups_of_person, {{"board", board}, {"person", person}});
}

std::vector<Member> members_of(db::Reading& reading, BoardId const& board, std::vector<PeerGroupId> const& groups) {
  if (groups.empty()) return {};
  return reading.all<Member>(sql::members_of_peer_groups, {{"board", board}, {"groups", db::as_json(groups)}});
}

Result<PeerGroupId, PeerGroupRefusal> add_peer_group(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                     PeerGroupDraft const& draft) {
  if (auto const why = refusal(tx, unit, actor.today, draft)) return std::unexpected(*why);
  auto const board = organisation::units_by_ids(tx, {unit}).front().board;
  PeerGroup const group{board, PeerGroupId::make(), unit, draft.name, std::nullopt};
  tx.run(sql::insert_peer_group, db::fields(group));
  for (auto const& person : draft.members) join(tx, actor, group, person);
  audit::record(tx, actor, {.act = "peer_group.formed", .object = group.id.text()});
  return group.id;
}

Result<PeerGroupId, PeerGroupRefusal> change_peer_group(db::Transaction& tx, base::Actor const& actor,
                                                        PeerGroupId const& id, PeerGroupDraft const& draft) {
  auto group = find_peer_group(tx, id);
  if (!group) return std::unexpected(PeerGroupRefusal::not_found);
  if (group->ended_on) return std::unexpected(PeerGroupRefusal::ended);
  if (auto const why = refusal(tx, group->unit, actor.today, draft)) return std::unexpected(*why);
  auto const before = base::collected(members_of(tx, group->board, {id}), &Member::person);
  auto const is_in = [&](std::vector<PersonId> const& people) {
    return std::ranges::find(people, actor.person) != people.end();
  };
  if (is_in(draft.members) && !is_in(before)) return std::unexpected(PeerGroupRefusal::adds_self);
  for (auto const& person : before) {
    if (std::ranges::find(draft.members, person) == draft.members.end()) leave(tx, actor, *group, person);
  }
  for (auto const& person : draft.members) {
    if (std::ranges::find(before, person) == before.end()) join(tx, actor, *group, person);
  }
  group->name = draft.name;
  tx.run(sql::update_peer_group,
         {{"board", group->board}, {"id", id}, {"name", group->name}, {"ended_on", group->ended_on}});
  audit::record(tx, actor, {.act = "peer_group.changed", .object = id.text()});
  return id;
}

Result<PeerGroupId, PeerGroupRefusal> end_peer_group(db::Transaction& tx, base::Actor const& actor,
                                                     PeerGroupId const& id) {
  auto const group = find_peer_group(tx, id);
  if (!group) return std::unexpected(PeerGroupRefusal::not_found);
  if (group->ended_on) return std::unexpected(PeerGroupRefusal::ended);
  for (auto const& one : members_of(tx, group->board, {id})) leave(tx, actor, *group, one.person);
  tx.run(sql::update_peer_group,
         {{"board", group->board}, {"id", id}, {"name", group->name}, {"ended_on", std::optional(actor.today)}});
  audit::record(tx, actor, {.act = "peer_group.ended", .object = id.text()});
  return id;
}

}  // namespace lenig::plan
