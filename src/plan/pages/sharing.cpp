// With whom somebody shares which part of their plan, and what each of them would then see.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/plan_view.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

struct BoxView {
  std::string choice;
  std::string label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(BoxView, (), (choice, label, chosen))

struct RowView {
  std::string part;
  std::vector<BoxView> boxes;
};
BOOST_DESCRIBE_STRUCT(RowView, (), (part, boxes))

struct SharingView {
  static constexpr std::string_view view = "plan/sharing";
  std::string name;
  std::string path;
  std::string problem;
  std::vector<RowView> rows;
};
BOOST_DESCRIBE_STRUCT(SharingView, (), (name, path, problem, rows))

struct PreviewView {
  static constexpr std::string_view view = "plan/preview";
  std::string name;
  std::string path;
  std::string nothing;
  html::Html parts;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (name, path, nothing, parts))

/// What stands in the form for a share: "slot.audience.group".
std::string choice_of(Share const& share) {
  return share.slot + "." + std::string(base::name_of(share.audience)) + "." + share.peer_group.text();
}

std::optional<Share> share_of(std::string const& choice) {
  auto const parts = base::split(choice, '.');
  if (parts.size() != 3) return std::nullopt;
  auto const audience = base::enum_from<Audience>(parts[1]);
  if (!audience) return std::nullopt;
  auto const group = parts[2].empty() ? std::optional(PeerGroupId()) : PeerGroupId::parse(parts[2]);
  if (!group) return std::nullopt;
  return Share{parts[0], *audience, *group};
}

/// Someone to share with: the leader, the school, or a group that the owner is in.
struct With {
  Audience audience = Audience::leader;
  PeerGroupId group;
  std::string name;
};

std::vector<With> everybody(std::vector<PeerGroup> const& groups, i18n::Words const& tr) {
  std::vector<With> all{{Audience::leader, {}, tr("Mijn leidinggevende")}};
  for (auto const& group : groups) all.push_back({Audience::peer_group, group.id, group.name});
  all.push_back({Audience::school, {}, tr("Iedereen op mijn school")});
  return all;
}

struct Sharing {
  Plan plan;
  std::vector<Part> parts;
  std::vector<Share> shares;
  std::vector<With> with;
};

Sharing sharing_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const all = material_of(reading, visit.vault(), visit.id<PlanId>(), visit.tr);
    return Sharing{all.plan, all.parts, all.shares,
                   everybody(peer_groups_of(reading, all.plan.board, visit.viewer.person), visit.tr)};
  });
}

RowView row_of(std::string const& slot, std::string const& title, Sharing const& sharing) {
  return {title, base::collected(sharing.with, [&](With const& with) {
            Share const share{slot, with.audience, with.group};
            bool const chosen = std::ranges::find(sharing.shares, share) != sharing.shares.end();
            return BoxView{choice_of(share), with.name, chosen};
          })};
}

Response page(Visit& visit, Sharing const& sharing, std::string const& problem = {}) {
  SharingView view{.name = sharing.plan.name, .path = path_of(sharing.plan), .problem = problem};
  view.rows.push_back(row_of("", visit.tr("Het hele plan"), sharing));
  for (auto const& part : sharing.parts) view.rows.push_back(row_of(part.slot, part.title, sharing));
  return visit.page({.title = visit.tr("Delen: {}", view.name),
                     .crumbs = {{sharing.plan.name, path_of(sharing.plan)}},
                     .holds = {access::Matter::plan},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

/// The groups of the viewer in which somebody is who leads them: such a leader reads what is shared with the group.
std::set<PeerGroupId> groups_with_leader(Visit& visit, BoardId const& board) {
  return visit.read([&](db::Reading& reading) {
    auto const units = base::collected(visit.places, [](access::Place const& one) { return UnitId(one.unit); });
    std::set<PersonId> leaders;
    for (auto const& one : organisation::staff_of(reading, units, visit.viewer.today)) {
      if (one.leads) leaders.insert(one.id);
    }
    auto const groups = base::collected(peer_groups_of(reading, board, visit.viewer.person), &PeerGroup::id);
    std::set<PeerGroupId> with;
    for (auto const& one : members_of(reading, board, groups)) {
      if (leaders.contains(one.person)) with.insert(one.peer_group);
    }
    return with;
  });
}

}  // namespace

Response show_sharing(Visit& visit) { return page(visit, sharing_of(visit)); }

Response post_sharing(Visit& visit) {
  std::vector<Share> shares;
  for (auto const& choice : visit.form.values("share")) {
    if (auto const one = share_of(choice)) shares.push_back(*one);
  }
  auto const shared =
      visit.write([&](db::Transaction& tx) { return share(tx, visit.actor(), visit.id<PlanId>(), shares); });
  if (!shared) {
    auto sharing = sharing_of(visit);
    sharing.shares = shares;
    return page(visit, sharing, objection_to(shared.error(), visit.tr).message);
  }
  auto const said = shares.empty() ? visit.tr("U deelt nu niets van dit plan.")
                                   : visit.tr("Bewaard. Wat u niet aanvinkte, is per direct niet meer te zien.");
  return visit.see_other(visit.request.path, said);
}

Response show_preview(Visit& visit) {
  auto const& tr = visit.tr;
  auto const all =
      visit.read([&](db::Reading& reading) { return material_of(reading, visit.vault(), visit.id<PlanId>(), tr); });
  auto const shown =
      shown_to({.leads = true, .same_school = true, .groups = groups_with_leader(visit, all.plan.board)}, all.shares);
  PreviewView view{.name = all.plan.name, .path = path_of(all.plan)};
  if (!shown.anything())
    view.nothing = all.plan.discussed_on ? tr("Dat er een plan is, en dat het op {} is besproken. Verder niets.",
                                              tr.day(*all.plan.discussed_on))
                                         : tr("Dat er een plan is, en dat het nog niet is besproken. Verder niets.");
  view.parts = visit.render(shared_view(all, visit.viewer, shown, tr));
  return visit.page({.title = tr("Wat uw leidinggevende ziet"),
                     .crumbs = {{all.plan.name, path_of(all.plan)}, {tr("Delen"), path_of(all.plan) + "/delen"}},
                     .holds = {access::Matter::plan},
                     .content = visit.render(view)});
}

}  // namespace lenig::plan::pages
