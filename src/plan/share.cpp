#include "plan/share.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "plan/queries.hpp"
#include "plan/wording.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::plan {

namespace {

/// The parts of the plan's version, and those of an earlier one in which something stands.
std::set<std::string> slots_of(db::Reading& reading, Plan const& plan) {
  std::set<std::string> slots{""};
  for (auto const& part : parts_of(reading, find_format(reading, plan.format).value(), plan.version))
    slots.insert(part.slot);
  for (auto const& slot : reading.all<std::string>(sql::slots_of_plan, {{"board", plan.board}, {"plan", plan.id}}))
    slots.insert(slot);
  return slots;
}

bool is_in(std::vector<PeerGroup> const& groups, PeerGroupId const& group) {
  return std::ranges::find(groups, group, &PeerGroup::id) != groups.end();
}

std::optional<ShareRefusal> refusal(db::Reading& reading, base::Actor const& actor, Plan const& plan,
                                    std::vector<Share> const& shares) {
  auto const slots = slots_of(reading, plan);
  auto const groups = peer_groups_of(reading, plan.board, actor.person);
  for (auto const& one : shares) {
    if (!slots.contains(one.slot)) return ShareRefusal::part_unknown;
    if (one.audience == Audience::peer_group && !is_in(groups, one.peer_group)) return ShareRefusal::not_in_group;
  }
  return std::nullopt;
}

void insert(db::Transaction& tx, base::Actor const& actor, Plan const& plan, Share const& share) {
  tx.run(sql::insert_share, db::fields(share, {{"board", plan.board},
                                               {"id", base::Id<struct ShareTag>::make()},
                                               {"plan", plan.id},
                                               {"since", actor.today},
                                               {"shared_at", base::Instant::now()}}));
}

void withdraw(db::Transaction& tx, base::Actor const& actor, Plan const& plan, Share const& share) {
  tx.run(sql::end_share, db::fields(share, {{"board", plan.board}, {"plan", plan.id}, {"ended_on", actor.today}}));
}

std::vector<PersonId> owners_of(db::Reading& reading, Plan const& plan) {
  if (!plan.person.empty()) return {plan.person};
  return base::collected(members_of(reading, plan.board, {plan.peer_group}), &Member::person);
}

}  // namespace

std::vector<Share> shares_of(db::Reading& reading, Plan const& plan) {
  return reading.all<Share>(sql::shares_of_plan, {{"board", plan.board}, {"plan", plan.id}});
}

Result<PlanId, ShareRefusal> share(db::Transaction& tx, base::Actor const& actor, PlanId const& id,
                                   std::vector<Share> const& shares) {
  auto const plan = find_plan(tx, id);
  if (!plan) return std::unexpected(ShareRefusal::not_found);
  touch(tx, *plan);
  if (auto const why = refusal(tx, actor, *plan, shares)) return std::unexpected(*why);
  auto const before = shares_of(tx, *plan);
  for (auto const& one : before) {
    if (std::ranges::find(shares, one) == shares.end()) withdraw(tx, actor, *plan, one);
  }
  for (auto const& one : std::set(shares.begin(), shares.end())) {
    if (std::ranges::find(before, one) == before.end()) insert(tx, actor, *plan, one);
  }
  audit::record(tx, actor, {.act = "plan.shared", .object = id.text(), .detail = std::to_string(shares.size())});
  return id;
}

Shown shown_to(Beside const& beside, std::vector<Share> const& shares) {
  Shown shown{.exists = beside.leads};
  for (auto const& one : shares) {
    bool const meant = one.audience == Audience::leader   ? beside.leads
                       : one.audience == Audience::school ? beside.same_school
                                                          : beside.groups.contains(one.peer_group);
    if (!meant) continue;
    shown.exists = true;
    if (one.slot.empty())
      shown.whole = true;
    else
      shown.slots.insert(one.slot);
  }
  return shown;
}

Shown shown_to(db::Reading& reading, access::Viewer const& viewer, Plan const& plan) {
  Beside beside;
  auto const relations =
      plan.person.empty()
          ? organisation::relations_to_unit(reading, viewer, find_peer_group(reading, plan.peer_group)->unit.text())
          : organisation::relations_to_person(reading, viewer, plan.person.text());
  if (!relations) return {};
  beside.leads = relations->has(access::Relation::leader);
  beside.same_school = relations->has(access::Relation::group_member);
  auto const shares =
      reading.all<Share>(sql::shares_for_person, {{"board", plan.board}, {"plan", plan.id}, {"person", viewer.person}});
  for (auto const& one : shares) beside.groups.insert(one.peer_group);
  return shown_to(beside, shares);
}

void note_reading(db::Transaction& tx, base::Actor const& actor, Plan const& plan) {
  for (auto const& owner : owners_of(tx, plan))
    audit::record(tx, actor, {.act = "plan.read", .object = plan.id.text(), .subject = owner});
}

std::vector<SharedPlan> shared_in_groups(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<SharedPlan>(sql::plans_shared_in_groups, {{"board", board}, {"person", person}});
}

std::vector<Existing> plans_of_people(db::Reading& reading, BoardId const& board, std::vector<PersonId> const& people) {
  return reading.all<Existing>(sql::plans_of_people, {{"board", board}, {"people", db::as_json(people)}});
}

}  // namespace lenig::plan
