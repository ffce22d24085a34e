// A peer group: who is in it, its plans, and forming and changing it.
#include "plan/peer_group.hpp"

#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/plan.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;
using access::Relation;

struct LineView {
  std::string line;
  std::string line_path;
  std::string line_note;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (line, line_path, line_note))

struct GroupView {
  static constexpr std::string_view view = "plan/peer_group";
  std::string unit;
  std::string name;
  std::string path;
  std::string ended;
  bool may_change = false;
  bool is_member = false;
  std::vector<LineView> members;
  bool has_plans = false;
  std::vector<LineView> plans;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (unit, name, path, ended, may_change, is_member, members, has_plans, plans))

PeerGroup group_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_peer_group(reading, visit.id<PeerGroupId>()).value(); });
}

html::FormBuilder group_form(Visit& visit, UnitId const& unit, std::string const& heading, std::string const& action,
                             std::string const& back) {
  auto const& tr = visit.tr;
  auto const staff =
      visit.read([&](db::Reading& reading) { return organisation::staff_of(reading, {unit}, visit.viewer.today); });
  auto const people = base::collected(staff, [](auto const& one) {
    return html::Option{one.id.text(), one.function.empty() ? one.name() : one.name() + ", " + one.function};
  });
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("name", tr("Naam"), tr("Bijvoorbeeld: popgroep onderbouw."))
      .many("members", tr("Wie zitten erin?"), people,
            tr("Ongeveer vier collega's die elkaar enigszins vertrouwen; liever geen leidinggevende met eigen mensen."))
      .cancel(back);
  return form;
}

Response form_page(Visit& visit, html::FormBuilder const& form, std::vector<html::Link> crumbs) {
  return visit.form_page(form.build(), std::move(crumbs), {Matter::peer_group});
}

html::FormBuilder change_form(Visit& visit, PeerGroup const& group) {
  auto form =
      group_form(visit, group.unit, visit.tr("Popgroep wijzigen"), path_of(group.id) + "/wijzigen", path_of(group.id));
  auto const members = visit.read([&](db::Reading& reading) { return members_of(reading, group.board, {group.id}); });
  form.start(PeerGroupDraft{group.name, base::collected(members, &Member::person)});
  return form;
}

std::string unit_path(UnitId const& unit) { return "/plannen/van/" + unit.text(); }

}  // namespace

Response show_peer_group(Visit& visit) {
  auto const& tr = visit.tr;
  auto const group = group_asked_for(visit);
  GroupView view{.name = group.name,
                 .path = path_of(group.id),
                 .ended = group.ended_on ? tr("Opgeheven op {}", tr.day(*group.ended_on)) : "",
                 .may_change = visit.viewer.may(Action::change, Matter::peer_group) && !group.ended_on,
                 .is_member = visit.viewer.relations.has(Relation::self)};
  visit.read([&](db::Reading& reading) {
    view.unit = name_of(unit_names(reading, {group.unit}), group.unit);
    auto const members = base::collected(members_of(reading, group.board, {group.id}), &Member::person);
    for (auto const& [id, name] : names_of(reading, group.board, members)) view.members.push_back({name, "", ""});
    std::ranges::sort(view.members, {}, &LineView::line);
    if (!view.is_member) return;
    for (auto const& plan : plans_of_groups_of(reading, group.board, visit.viewer.person)) {
      if (plan.peer_group == group.id)
        view.plans.push_back({plan.name, path_of(plan), tr("begonnen op {}", tr.day(plan.begun_on))});
    }
  });
  view.has_plans = !view.plans.empty();
  return visit.page({.title = group.name,
                     .crumbs = {{view.unit, unit_path(group.unit)}},
                     .holds = {Matter::peer_group},
                     .content = visit.render(view)});
}

Response show_peer_group_new(Visit& visit) {
  auto const path = unit_path(visit.id<UnitId>());
  return form_page(visit,
                   group_form(visit, visit.id<UnitId>(), visit.tr("Popgroep vormen"), path + "/popgroepen/nieuw", path),
                   {{visit.tr("Plannen"), path}});
}

Response post_peer_group(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const path = unit_path(unit);
  auto const filled = visit.read_form<PeerGroupDraft>();
  auto form = group_form(visit, unit, visit.tr("Popgroep vormen"), path + "/popgroepen/nieuw", path);
  if (!filled) return form_page(visit, form.filled(filled), {{visit.tr("Plannen"), path}});
  auto const formed =
      visit.write([&](db::Transaction& tx) { return add_peer_group(tx, visit.actor(), unit, *filled); });
  if (!formed)
    return form_page(visit, form.filled(filled, objection_to(formed.error(), visit.tr)), {{visit.tr("Plannen"), path}});
  return visit.see_other(path, visit.tr("De popgroep is gevormd."));
}

Response show_peer_group_change(Visit& visit) {
  auto const group = group_asked_for(visit);
  return form_page(visit, change_form(visit, group), {{group.name, path_of(group.id)}});
}

Response post_peer_group_change(Visit& visit) {
  auto const group = group_asked_for(visit);
  auto const filled = visit.read_form<PeerGroupDraft>();
  auto form = change_form(visit, group);
  std::vector<html::Link> const crumbs{{group.name, path_of(group.id)}};
  if (!filled || form.is_stale(visit.form)) return form_page(visit, form.filled(filled), crumbs);
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_peer_group(tx, visit.actor(), group.id, *filled); });
  if (!changed) return form_page(visit, form.filled(filled, objection_to(changed.error(), visit.tr)), crumbs);
  return visit.see_other(unit_path(group.unit), visit.tr("Bewaard. Wie eruit ging, ziet niets meer van de groep."));
}

Response post_peer_group_end(Visit& visit) {
  auto const group = group_asked_for(visit);
  auto const ended = visit.write([&](db::Transaction& tx) { return end_peer_group(tx, visit.actor(), group.id); });
  return visit.see_other(unit_path(group.unit),
                         ended ? visit.tr("De popgroep is opgeheven.") : objection_to(ended.error(), visit.tr).message);
}

}  // namespace lenig::plan::pages
