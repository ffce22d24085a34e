// The plans of a school, team or network; its peer groups; and for who leads it, which colleagues have a plan.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct PlanLine {
  std::string plan;
  std::string plan_path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (), (plan, plan_path, about))

struct ColleagueView {
  std::string colleague;
  std::string about_plan;
  std::string colleague_plan;  // path, where something is there to see
};
BOOST_DESCRIBE_STRUCT(ColleagueView, (), (colleague, about_plan, colleague_plan))

struct UnitPlansView {
  static constexpr std::string_view view = "plan/unit_plans";
  std::string unit;
  std::string path;
  bool may_begin = false;
  bool has_plans = false;
  std::vector<PlanLine> plans;
  bool sees_groups = false;
  bool may_form = false;
  bool has_groups = false;
  std::vector<PlanLine> groups;
  bool leads = false;
  std::string have_plans;
  std::vector<ColleagueView> colleagues;
};
BOOST_DESCRIBE_STRUCT(UnitPlansView, (),
                      (unit, path, may_begin, has_plans, plans, sees_groups, may_form, has_groups, groups, leads,
                       have_plans, colleagues))

std::string about(Plan const& plan, i18n::Words const& tr) {
  auto const state = plan.closed_on    ? tr("afgesloten")
                     : plan.adopted_on ? tr("vastgesteld op {}", tr.day(*plan.adopted_on))
                                       : tr("begonnen op {}", tr.day(plan.begun_on));
  return words_for(plan.kind, tr) + ", " + state;
}

void add_groups(UnitPlansView& view, db::Reading& reading, Visit const& visit, UnitId const& unit) {
  auto const groups = peer_groups_of(reading, unit);
  auto const members = members_of(reading, visit.viewer.board, base::collected(groups, &PeerGroup::id));
  auto const names = names_of(reading, visit.viewer.board, base::collected(members, &Member::person));
  for (auto const& group : groups) {
    std::vector<std::string> in_it;
    for (auto const& one : members) {
      if (one.peer_group == group.id) in_it.push_back(name_of(names, one.person, visit.tr));
    }
    view.groups.push_back(
        {group.name, path_of(group.id), group.ended_on ? visit.tr("opgeheven") : base::joined(in_it, ", ")});
  }
  view.has_groups = !view.groups.empty();
}

/// That somebody's plan is there, and when it was last discussed: no more, whatever it says.
void add_colleagues(UnitPlansView& view, db::Reading& reading, Visit const& visit, UnitId const& unit) {
  auto const& tr = visit.tr;
  auto const staff = organisation::staff_of(reading, {unit}, visit.viewer.today);
  auto const plans =
      plans_of_people(reading, visit.viewer.board, base::collected(staff, &organisation::PersonSummary::id));
  std::size_t with = 0;
  for (auto const& one : staff) {
    auto const at = std::ranges::find(plans, one.id, &Existing::person);
    if (at == plans.end()) {
      view.colleagues.push_back({one.name(), tr("nog geen plan"), ""});
      continue;
    }
    ++with;
    auto const discussed =
        at->discussed_on ? tr("laatst besproken op {}", tr.day(*at->discussed_on)) : tr("nog niet besproken");
    view.colleagues.push_back({one.name(), words_for(at->kind, tr) + ", " + discussed,
                               one.id == visit.viewer.person ? "" : "/plannen/eigen/" + at->plan.text()});
  }
  view.have_plans = tr("{} van de {} collega's hebben een plan.", with, staff.size());
}

}  // namespace

Response show_unit_plans(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  UnitPlansView view{.path = "/plannen/van/" + unit.text()};
  view.may_begin = visit.viewer.may(Action::change, Matter::unit_plan);
  view.sees_groups = visit.viewer.may(Action::see, Matter::peer_group);
  view.may_form = visit.viewer.may(Action::change, Matter::peer_group);
  view.leads = visit.viewer.relations.has(access::Relation::leader);
  visit.read([&](db::Reading& reading) {
    auto const found = organisation::units_by_ids(reading, {unit}).front();
    view.unit = found.name;
    view.plans = base::collected(plans_of(reading, found.board, unit), [&](Plan const& one) {
      return PlanLine{one.name, path_of(one), about(one, visit.tr)};
    });
    if (view.sees_groups) add_groups(view, reading, visit, unit);
    if (view.leads) add_colleagues(view, reading, visit, unit);
  });
  view.has_plans = !view.plans.empty();
  return visit.page({.title = visit.tr("Plannen van {}", view.unit),
                     .crumbs = {{view.unit, path_of_course(unit)}},
                     .holds = {Matter::unit_plan},
                     .content = visit.render(view)});
}

}  // namespace lenig::plan::pages
