// What is done with a plan as a whole: begun, named, discussed, adopted, closed, brought over to a newer format.
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/standing.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

Plan plan_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_plan(reading, visit.id<PlanId>()).value(); });
}

std::vector<html::Option> kinds_for(OwnerKind owner, i18n::Words const& tr) {
  std::vector<html::Option> kinds;
  base::each_enumerator<PlanKind>([&](PlanKind kind) {
    if (owner_of(kind) == owner) kinds.push_back({std::string(base::name_of(kind)), words_for(kind, tr)});
  });
  return kinds;
}

/// Where a new plan belongs: its owner, the place whose format it takes, and the ways there and back.
struct Beginning {
  Owner owner;
  UnitId place;
  std::string action;
  std::string back;
  std::vector<html::Link> crumbs;
  Matter holds = Matter::plan;
};

Beginning own_beginning(Visit const& visit) {
  UnitId const place(visit.places.empty() ? "" : visit.places.front().unit);
  return {Owner::of(visit.viewer.person), place, "/plannen/eigen", own_path, own_crumb(visit.tr), Matter::plan};
}

Beginning unit_beginning(Visit& visit) {
  auto const unit = visit.id<UnitId>();
  auto const path = "/plannen/van/" + unit.text();
  auto const name = visit.read([&](db::Reading& reading) { return name_of(unit_names(reading, {unit}), unit); });
  return {Owner::of(unit),  unit, path + "/plannen", path, {{name, path_of_course(unit)}, {visit.tr("Plannen"), path}},
          Matter::unit_plan};
}

Beginning group_beginning(Visit& visit) {
  auto const group =
      visit.read([&](db::Reading& reading) { return find_peer_group(reading, visit.id<PeerGroupId>()).value(); });
  return {Owner::of(group.id),
          group.unit,
          path_of(group.id) + "/plannen",
          path_of(group.id),
          {{group.name, path_of(group.id)}},
          Matter::plan};
}

html::FormBuilder new_form(Visit const& visit, Beginning const& at) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Een plan beginnen"), at.action, tr("Begin"));
  auto const kinds = kinds_for(at.owner.kind(), tr);
  form.options("kind", tr("Wat voor plan"), kinds)
      .text("name", tr("Naam"), tr("Bijvoorbeeld: Mijn plan voor dit schooljaar."))
      .cancel(at.back);
  return form;
}

Response new_page(Visit& visit, Beginning const& at) {
  auto form = new_form(visit, at);
  auto const kinds = kinds_for(at.owner.kind(), visit.tr);
  return visit.form_page(form.start("kind", kinds.back().value).build(), at.crumbs, {at.holds});
}

Response begun(Visit& visit, Beginning const& at) {
  auto const filled = visit.read_form<PlanDraft>();
  auto form = new_form(visit, at);
  auto const refuse = [&](std::optional<html::Objection> const& why) {
    return visit.form_page(form.filled(filled, why).build(), at.crumbs, {at.holds});
  };
  if (!filled) return refuse(std::nullopt);
  auto const plan = visit.write([&](db::Transaction& tx) -> Result<Plan, PlanRefusal> {
    auto const id = begin_plan(tx, visit.actor(), at.owner, at.place, *filled);
    if (!id) return std::unexpected(id.error());
    return find_plan(tx, *id).value();
  });
  if (!plan) return refuse(objection_to(plan.error(), visit.tr));
  return visit.see_other(path_of(*plan), visit.tr("Het plan is begonnen. Wat u typt wordt vanzelf bewaard."));
}

struct StandDraft {
  std::string name;
  std::optional<base::Date> discussed_on;
};
BOOST_DESCRIBE_STRUCT(StandDraft, (), (name, discussed_on))

html::FormBuilder stand_form(Visit const& visit, Plan const& plan) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Naam en stand"), path_of(plan) + "/wijzigen", tr("Bewaar"));
  form.text("name", tr("Naam"))
      .optional_date("discussed_on", tr("Laatst besproken op"),
                     plan.unit.empty() ? tr("Uw leidinggevende ziet deze dag, en verder alleen wat u deelt.") : "")
      .cancel(path_of(plan));
  form.start(StandDraft{plan.name, plan.discussed_on});
  return form;
}

Response stand_page(Visit& visit, Plan const& plan, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{plan.name, path_of(plan)}},
                         {plan.unit.empty() ? Matter::plan : Matter::unit_plan});
}

Result<PlanId, PlanRefusal> stand(db::Transaction& tx, base::Actor const& actor, Plan const& plan,
                                  StandDraft const& draft) {
  if (auto const named = rename_plan(tx, actor, plan.id, draft.name); !named) return named;
  if (!draft.discussed_on || draft.discussed_on == plan.discussed_on) return plan.id;
  return note_discussed(tx, actor, plan.id, *draft.discussed_on);
}

/// Does one thing and goes back to the plan, which says what was done or why not.
template <class Act>
Response done(Visit& visit, std::string const& said, Act const& act) {
  auto const plan = plan_asked_for(visit);
  auto const did = visit.write([&](db::Transaction& tx) { return act(tx, plan.id); });
  return visit.see_other(path_of(plan), did ? said : objection_to(did.error(), visit.tr).message);
}

}  // namespace

Response show_plan_new(Visit& visit) { return new_page(visit, own_beginning(visit)); }
Response post_plan(Visit& visit) { return begun(visit, own_beginning(visit)); }
Response show_unit_plan_new(Visit& visit) { return new_page(visit, unit_beginning(visit)); }
Response post_unit_plan(Visit& visit) { return begun(visit, unit_beginning(visit)); }
Response show_group_plan_new(Visit& visit) { return new_page(visit, group_beginning(visit)); }
Response post_group_plan(Visit& visit) { return begun(visit, group_beginning(visit)); }

Response show_plan_stand(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  return stand_page(visit, plan, stand_form(visit, plan));
}

Response post_plan_stand(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  auto const filled = visit.read_form<StandDraft>();
  auto form = stand_form(visit, plan);
  if (!filled || form.is_stale(visit.form)) return stand_page(visit, plan, form.filled(filled));
  auto const saved = visit.write([&](db::Transaction& tx) { return stand(tx, visit.actor(), plan, *filled); });
  if (!saved) {
    auto why = objection_to(saved.error(), visit.tr);
    if (saved.error() == PlanRefusal::in_future) why.field = "discussed_on";
    return stand_page(visit, plan, form.filled(filled, why));
  }
  return visit.see_other(path_of(plan), visit.tr("Bewaard."));
}

Response post_adopt(Visit& visit) {
  return done(visit, visit.tr("Het plan is vastgesteld."), [&](db::Transaction& tx, PlanId const& plan) {
    return adopt_plan(tx, visit.actor(), plan, visit.viewer.today);
  });
}

/// What was adopted is opened again by who could adopt it.
Response post_reopen(Visit& visit) {
  auto const plan = plan_asked_for(visit);
  bool const may = plan.unit.empty() || !plan.adopted_on ||
                   visit.read([&](db::Reading& reading) { return may_set_course(reading, visit.viewer, plan.unit); });
  if (!may)
    return visit.see_other(path_of(plan),
                           visit.tr("Dit plan is vastgesteld. Vraag wie het vaststelde om het te openen."));
  return done(visit, visit.tr("Het plan is weer open."),
              [&](db::Transaction& tx, PlanId const& id) { return reopen_plan(tx, visit.actor(), id); });
}

Response post_close(Visit& visit) {
  return done(visit, visit.tr("Het plan is afgesloten. U kunt het weer openen."),
              [&](db::Transaction& tx, PlanId const& plan) { return close_plan(tx, visit.actor(), plan); });
}

Response post_bring_over(Visit& visit) {
  return done(visit, visit.tr("Het plan staat op de nieuwste versie. Wat geen plaats meer had, staat er nog onder."),
              [&](db::Transaction& tx, PlanId const& plan) { return bring_over(tx, visit.actor(), plan); });
}

}  // namespace lenig::plan::pages
