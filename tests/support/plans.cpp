#include "tests/support/plans.hpp"

#include "plan/action.hpp"
#include "plan/condition.hpp"
#include "plan/course.hpp"
#include "plan/indicator.hpp"
#include "plan/lesson_visit.hpp"
#include "plan/peer_group.hpp"
#include "plan/plan.hpp"
#include "plan/practice.hpp"

namespace lenig::tests {

namespace {

using organisation::UnitId;
using plan::Level;
using plan::Owner;
using plan::PlanKind;

void give_own(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, UnitId const& place,
              PlanThings& things) {
  auto const owner = Owner::of(actor.person);
  auto const plan = plan::begin_plan(tx, actor, owner, place, {PlanKind::development_plan, "Eigen"}).value();
  auto const goal = plan::set_goal(tx, keys, actor, {owner, Level::person, plan}, {"Stil doel", "", {}}).value();
  things.own_plan = plan.text();
  things.own_goal = goal.text();
  things.own_action = plan::take_on(tx, keys, actor, {owner, {}, {}}, {"Bellen", {}, actor.person}).value().text();
}

void give_unit(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, UnitId const& unit,
               PlanThings& things) {
  auto const plan = plan::begin_plan(tx, actor, Owner::of(unit), unit, {PlanKind::roadmap, "Roadmap"}).value();
  auto const goal =
      plan::set_goal(tx, keys, actor, {Owner::of(unit), Level::school, plan}, {"Meer rust", "", {}}).value();
  things.unit_plan = plan.text();
  things.goal = goal.text();
  things.indicator =
      plan::place_indicator(tx, actor, goal, {"Rust", "%", 40.0, actor.today, 80.0, actor.today.plus_days(300), 90})
          .value()
          .text();
  things.condition = plan::set_condition(tx, actor, goal, {"Tijd", "", {}}).value().text();
  things.change = plan::expect_change(tx, actor, goal, {"Stillere gangen"}).value().text();
  things.theme = plan::add_theme(tx, actor, unit, {"Rust", ""}).value().text();
  things.not_doing = plan::leave_undone(tx, actor, unit, {"Meer toetsen", "Het leert ons niets."}).value();
  auto const of_board = plan::find_plan(tx, plan)->format;
  things.format = plan::adapt(tx, actor, of_board, unit).value().text();
  plan::HrPracticeDraft const buddy{
      .name = "Maatjes", .staff_groups = {plan::StaffGroup::starters}, .owner = actor.person, .since = actor.today};
  things.practice = plan::add_practice(tx, actor, unit, buddy).value().text();
}

/// With somebody who can't sign in.
void give_visit(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor, std::string const& visitor,
                PlanThings& things) {
  things.lesson_visit =
      plan::invite(tx, keys, actor, {base::PersonId(visitor), actor.today, "Wie is aan het woord?"}).value().text();
}

std::string group_of_others(Case& in, UnitId const& unit) {
  return in.value("select max(a.person_id) from organisation_appointment a where a.unit_id = '" + unit.text() +
                  "' and not exists (select 1 from access_account c where c.person_id = a.person_id)");
}

}  // namespace

std::optional<PlanThing> PlanThings::of(std::string const& pattern) const {
  auto const starts = [&](char const* prefix) { return pattern.starts_with(prefix); };
  if (starts("/plannen/koers/{id}")) return PlanThing{Whose::course, unit};
  if (starts("/plannen/van/{id}")) return PlanThing{Whose::unit, unit};
  if (starts("/plannen/eigen/{id}")) return PlanThing{Whose::person, own_plan};
  if (starts("/plannen/eigen-doel/{id}")) return PlanThing{Whose::person, own_goal};
  if (starts("/plannen/actie/{id}")) return PlanThing{Whose::person, own_action};
  if (starts("/plannen/plan/{id}/vaststellen")) return PlanThing{Whose::course, unit_plan};
  if (starts("/plannen/plan/{id}")) return PlanThing{Whose::unit, unit_plan};
  if (pattern == "/plannen/doel/{id}/bereikt" || pattern == "/plannen/doel/{id}/loslaten" ||
      pattern == "/plannen/doel/{id}/openen")
    return PlanThing{Whose::course, goal};
  if (starts("/plannen/doel/{id}/wat-stopt")) return PlanThing{Whose::course, goal};
  if (starts("/plannen/doel/{id}")) return PlanThing{Whose::unit, goal};
  if (starts("/plannen/piketpaaltje/{id}")) return PlanThing{Whose::unit, indicator};
  if (starts("/plannen/voorwaarde/{id}")) return PlanThing{Whose::unit, condition};
  if (starts("/plannen/verandering/{id}")) return PlanThing{Whose::unit, change};
  if (starts("/plannen/format/{id}")) return PlanThing{Whose::unit, format};
  if (starts("/plannen/popgroep/{id}")) return PlanThing{Whose::unit, peer_group};
  if (starts("/plannen/praktijken/{id}") || starts("/plannen/jaartaak/{id}")) return PlanThing{Whose::unit, unit};
  if (starts("/plannen/praktijk/{id}")) return PlanThing{Whose::unit, practice};
  if (starts("/plannen/lesbezoek/{id}")) return PlanThing{Whose::person, lesson_visit};
  if (starts("/plannen/thema/{id}")) return PlanThing{Whose::course, theme};
  if (starts("/plannen/niet/{id}")) return PlanThing{Whose::course, not_doing};
  return std::nullopt;
}

void put_back(Case& in, PlanThings const& things) {
  if (in.value("select cast(count(*) as text) from plan_action where id = '" + things.own_action + "'") == "0") {
    in.change("insert into plan_action (board_id, id, person_id, what, made_by, made_on) values ('" + things.board +
              "', '" + things.own_action + "', '" + things.person + "', '', '" + things.person + "', '2004-04-01')");
  }
  if (in.value("select cast(count(*) as text) from plan_not_doing where id = '" + things.not_doing + "'") == "0") {
    in.change("insert into plan_not_doing (board_id, id, unit_id, what, reason, person_id, made_on) values ('" +
              things.board + "', '" + things.not_doing + "', '" + things.unit + "', 'Meer', 'Daarom', '" +
              things.person + "', '2004-04-01')");
  }
}

PlanThings give_plans(Case& in, std::string const& school, std::string const& person) {
  UnitId const unit(in.unit(school));
  base::BoardId const board(in.value("select board_id from organisation_unit where id = '" + unit.text() + "'"));
  base::Actor const actor{.person = base::PersonId(person),
                          .board = board,
                          .request = "test",
                          .today = base::Date::parse("2004-04-15").value()};
  PlanThings things{.board = board.text(), .unit = unit.text(), .person = person};
  auto const other = group_of_others(in, unit);
  auto& keys = in.application().vault();
  in.database().write(db::every_board, [&](db::Transaction& tx) {
    give_own(tx, keys, actor, unit, things);
    give_unit(tx, keys, actor, unit, things);
    give_visit(tx, keys, actor, other, things);
  });
  things.peer_group = base::Id<struct AnyTag>::make().text();
  in.change("insert into plan_peer_group (board_id, id, unit_id, name) values ('" + board.text() + "', '" +
            things.peer_group + "', '" + unit.text() + "', 'Groep')");
  in.change("insert into plan_peer_group_member (board_id, peer_group_id, person_id, joined_on) values ('" +
            board.text() + "', '" + things.peer_group + "', '" + other + "', '2004-01-01')");
  return things;
}

}  // namespace lenig::tests
