// A plan: its parts as who may fills them, live for everybody who has it open; and for with whom it is shared.
#include <boost/json.hpp>

#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/plan_view.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct PlanView {
  static constexpr std::string_view view = "plan/plan";
  std::string kind;
  std::string name;
  std::string owner;
  std::string state;
  std::string path;
  std::string problem;
  bool may_fill = false;
  bool personal = false;
  bool is_open = false;
  bool may_adopt = false;
  bool may_reopen = false;
  std::string newer;  // there is a newer version of the format
  std::string leader_only;
  bool live = false;
  html::Html parts;
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (kind, name, owner, state, path, problem, may_fill, personal, is_open, may_adopt, may_reopen,
                       newer, leader_only, live, parts))

Matter matter_of(Plan const& plan) { return plan.unit.empty() ? Matter::plan : Matter::unit_plan; }

bool may_fill(Visit const& visit, Plan const& plan) { return visit.viewer.may(Action::change, matter_of(plan)); }

std::string state_of(Plan const& plan, i18n::Words const& tr) {
  if (plan.closed_on) return tr("Afgesloten op {}", tr.day(*plan.closed_on));
  if (plan.adopted_on) return tr("Vastgesteld op {}", tr.day(*plan.adopted_on));
  if (plan.discussed_on) return tr("Laatst besproken op {}", tr.day(*plan.discussed_on));
  return tr("Begonnen op {}", tr.day(plan.begun_on));
}

Material read_material(Visit& visit) {
  return visit.read(
      [&](db::Reading& reading) { return material_of(reading, visit.vault(), visit.id<PlanId>(), visit.tr); });
}

/// Whoever leads or governs the unit; who facilitates it, where it is their own network.
bool sets_course(Visit const& visit, Plan const& plan) {
  using access::Relation;
  auto const& relations = visit.viewer.relations;
  if (relations.meets({Relation::leader, Relation::hr, Relation::board_member})) return true;
  return std::ranges::any_of(visit.places, [&](access::Place const& place) {
    return place.unit == plan.unit.text() && place.role == access::Role::facilitator;
  });
}

PlanView head_of(Visit const& visit, Material const& all) {
  auto const& tr = visit.tr;
  auto const& plan = all.plan;
  bool const fills = may_fill(visit, plan);
  return {.kind = words_for(plan.kind, tr),
          .name = plan.name,
          .owner = all.owner_name,
          .state = state_of(plan, tr),
          .path = path_of(plan),
          .may_fill = fills,
          .personal = plan.unit.empty(),
          .is_open = !plan.is_fixed(),
          .may_adopt = fills && !plan.unit.empty() && !plan.is_fixed() && sets_course(visit, plan),
          .may_reopen = plan.is_fixed() && (plan.unit.empty() || !plan.adopted_on || sets_course(visit, plan)),
          .newer = fills && !plan.is_fixed() && all.format.published > plan.version
                       ? tr("Er is een nieuwe versie van het format ({}).", all.format.published)
                       : ""};
}

std::vector<html::Link> crumbs_of(Visit const& visit, Material const& all) {
  if (all.plan.unit.empty()) return own_crumb(visit.tr);
  return {{all.owner_name, path_of_course(all.plan.unit)},
          {visit.tr("Plannen"), "/plannen/van/" + all.plan.unit.text()}};
}

Response page(Visit& visit, Material const& all, PlanView view, PartsView const& parts, int status = 200) {
  view.parts = visit.render(parts);
  return visit.page({.title = view.name,
                     .crumbs = crumbs_of(visit, all),
                     .holds = {matter_of(all.plan)},
                     .content = visit.render(view),
                     .width = parts.columns ? access::Width::wide : access::Width::usual},
                    status);
}

Response filled_page(Visit& visit, Material const& all, std::string const& problem = {}) {
  auto view = head_of(visit, all);
  view.problem = problem;
  view.live = !all.plan.is_fixed() && all.plan.person.empty();
  auto const mode = view.may_fill ? Mode::fills : Mode::reads;
  return page(visit, all, view, parts_view(all, visit.viewer, mode, visit.tr), problem.empty() ? 200 : 422);
}

Shown shown_of(Visit& visit, Plan const& plan) {
  return visit.read([&](db::Reading& reading) { return shown_to(reading, visit.viewer, plan); });
}

/// Every reading by another is the owner's to know, of the page as of what follows it.
void tell_owner(Visit& visit, Plan const& plan) {
  visit.write([&](db::Transaction& tx) { note_reading(tx, visit.actor(), plan); });
}

/// Of somebody else's plan: what is shared; a leader reads besides that it is there.
Response shared_page(Visit& visit, Material const& all, Shown const& shown) {
  auto view = head_of(visit, all);
  view.live = true;
  if (!all.plan.person.empty()) {
    view.owner = visit.read([&](db::Reading& reading) {
      return name_of(names_of(reading, all.plan.board, {all.plan.person}), all.plan.person, visit.tr);
    });
    if (!all.plan.discussed_on) view.state += ". " + visit.tr("Nog niet besproken.");
  }
  if (!shown.anything()) {
    view.name = words_for(all.plan.kind, visit.tr);  // what it is called is the owner's to share, too
    view.leader_only = visit.tr("Van dit plan is niets met u gedeeld. U ziet alleen dat het er is.");
  }
  tell_owner(visit, all.plan);
  return page(visit, all, view, shared_view(all, visit.viewer, shown, visit.tr));
}

bool wants_json(Visit const& visit) {
  return visit.request.header("accept").value_or("").find("application/json") != std::string_view::npos;
}

Response json(int status, boost::json::object const& body) {
  Response response{.status = status, .body = boost::json::serialize(body)};
  response.with("Content-Type", "application/json");
  return response;
}

std::string words_for(Saved const& saved, i18n::Words const& tr) {
  if (saved.at_the_same_words)
    return tr("Bewaard. Iemand wijzigde tegelijk dezelfde woorden: beide staan er nu. Lees het even na.");
  if (saved.changed_by_another) return tr("Bewaard, samen met wat een ander intussen schreef.");
  return tr("Bewaard");
}

/// Refused: the page as it is, with in the refused part what was typed.
Response refused(Visit& visit, std::string const& slot, std::string const& typed, std::string const& why) {
  if (wants_json(visit)) return json(422, {{"said", why}});
  auto all = read_material(visit);
  std::erase_if(all.wordings, [&](Wording const& one) { return one.slot == slot; });
  all.wordings.push_back({.slot = slot, .words = typed});
  return filled_page(visit, all, why);
}

}  // namespace

Response show_plan(Visit& visit) {
  auto all = read_material(visit);
  if (!sets_course(visit, all.plan)) all.unasked.clear();
  if (all.plan.unit.empty() && !may_fill(visit, all.plan)) return shared_page(visit, all, shown_of(visit, all.plan));
  return filled_page(visit, all);
}

Response show_parts(Visit& visit) {
  auto const seen = visit.query.value("na").value_or("");
  auto const plan = visit.read([&](db::Reading& reading) { return find_plan(reading, visit.id<PlanId>()).value(); });
  if (seen == std::to_string(plan.revision)) return Response{.status = 204};
  auto all = read_material(visit);
  if (!sets_course(visit, all.plan)) all.unasked.clear();
  bool const fills = may_fill(visit, all.plan);
  if (all.plan.unit.empty() && !fills) {
    tell_owner(visit, all.plan);
    return visit.fragment(visit.render(shared_view(all, visit.viewer, shown_of(visit, all.plan), visit.tr)));
  }
  return visit.fragment(visit.render(parts_view(all, visit.viewer, fills ? Mode::fills : Mode::reads, visit.tr)));
}

Response post_words(Visit& visit) {
  auto const slot = visit.params.find("slot")->second;
  auto const filled = visit.read_form<WordingDraft>();
  auto const typed = visit.form.value("words").value_or("");
  if (!filled) return refused(visit, slot, typed, objection_to(WordingRefusal::too_long, visit.tr).message);
  auto const saved = visit.write([&](db::Transaction& tx) {
    return write_words(tx, visit.vault(), visit.actor(), visit.id<PlanId>(), slot, *filled);
  });
  if (!saved) return refused(visit, slot, typed, objection_to(saved.error(), visit.tr).message);
  auto const said = words_for(*saved, visit.tr);
  if (wants_json(visit))
    return json(200, {{"said", said}, {"words", saved->words}, {"merged", saved->changed_by_another}});
  auto const plan = visit.read([&](db::Reading& reading) { return find_plan(reading, visit.id<PlanId>()).value(); });
  return visit.see_other(path_of(plan) + "#deel-" + slot, said);
}

}  // namespace lenig::plan::pages
