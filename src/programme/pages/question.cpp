#include "programme/question.hpp"

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Participation way;
  std::string unit_name;
};

Around around_of(Visit& visit, ParticipationId const& id) {
  return visit.read([&](db::Reading& reading) {
    Around found{.way = *find_participation(reading, id)};
    for (auto const& unit : organisation::units_by_ids(reading, {found.way.unit})) found.unit_name = unit.name;
    return found;
  });
}

std::vector<html::Link> crumbs(Around const& around, i18n::Words const& tr) {
  return crumbs_to(around.way, around.unit_name, tr);
}

html::FormBuilder question_form(Visit const& visit, ParticipationId const& id) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Een vraag van het team"), path_of(id) + "/vragen", tr("Zet erbij"));
  form.intro(tr("Wat wil het team leren? Iedereen mag een vraag toevoegen, ook wie niet voor de klas staat. Uw naam "
                "staat er niet bij."))
      .area("question", tr("De vraag"))
      .cancel(path_of(id));
  return form;
}

html::FormBuilder fate_form(Visit const& visit, Question const& question) {
  auto const& tr = visit.tr;
  std::vector<html::Option> fates;
  base::each_enumerator<Fate>(
      [&](Fate fate) { fates.push_back({std::string(base::name_of(fate)), words_for(fate, tr)}); });
  html::FormBuilder form(tr, tr("Wat werd er van deze vraag?"), visit.request.path, tr("Bewaar"));
  form.intro("„" + question.question + "”")
      .options("fate", tr("Wat gebeurt ermee"), fates)
      .area("answer", tr("Toelichting"),
            tr("Bijvoorbeeld: komt terug in stap 4. Of: wij spraken af eerst te vragen, dan pas te vinden."))
      .cancel(path_of(question.participation));
  return form;
}

html::FormBuilder approach_form(Visit const& visit, ParticipationId const& id) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Plan van aanpak"), path_of(id) + "/plan", tr("Bewaar plan"));
  form.intro(tr("School en projectleiding maken dit samen. Kort is goed: wat wil het team, hoe pakt u het aan, wat is "
                "daarvoor nodig?"))
      .area("wanted", tr("Wat wil het team bereiken"))
      .area("arrangement", tr("Hoe pakt u het aan"), tr("Wanneer, hoe vaak, in welke groepen, met wie."))
      .area("conditions", tr("Wat moet geregeld zijn"), tr("Tijd in het taakbeleid, ruimte, geld, wie iets overneemt."))
      .date("adopted_on", tr("Vastgesteld op"))
      .cancel(path_of(id));
  return form;
}

}  // namespace

Response show_question_new(Visit& visit) {
  auto const around = around_of(visit, visit.id<ParticipationId>());
  return visit.form_page(question_form(visit, around.way.id).build(), crumbs(around, visit.tr),
                         {access::Matter::team_question});
}

Response post_question(Visit& visit) {
  auto const around = around_of(visit, visit.id<ParticipationId>());
  auto const filled = visit.read_form<QuestionDraft>();
  if (!filled)
    return visit.form_page(question_form(visit, around.way.id).filled(filled).build(), crumbs(around, visit.tr));
  auto const asked = visit.write([&](db::Transaction& tx) { return ask(tx, visit.actor(), around.way.id, *filled); });
  if (!asked) {
    auto form = question_form(visit, around.way.id);
    return visit.form_page(form.filled(filled, objection_to(asked.error(), visit.tr)).build(),
                           crumbs(around, visit.tr));
  }
  return visit.see_other(path_of(around.way.id), visit.tr("De vraag staat bij de vragen van het team."));
}

Response show_fate(Visit& visit) {
  auto const question =
      visit.read([&](db::Reading& reading) { return find_question(reading, visit.id<QuestionId>()); });
  auto const around = around_of(visit, question->participation);
  auto form = fate_form(visit, *question);
  form.start("fate", std::string(base::name_of(question->fate))).start("answer", question->answer);
  return visit.form_page(form.build(), crumbs(around, visit.tr), {access::Matter::team_question});
}

Response post_fate(Visit& visit) {
  auto const question =
      visit.read([&](db::Reading& reading) { return find_question(reading, visit.id<QuestionId>()); });
  auto const around = around_of(visit, question->participation);
  auto const filled = visit.read_form<FateDraft>();
  if (!filled) return visit.form_page(fate_form(visit, *question).filled(filled).build(), crumbs(around, visit.tr));
  auto const decided =
      visit.write([&](db::Transaction& tx) { return decide_fate(tx, visit.actor(), question->id, *filled); });
  if (!decided) {
    auto form = fate_form(visit, *question);
    return visit.form_page(form.filled(filled, objection_to(decided.error(), visit.tr)).build(),
                           crumbs(around, visit.tr));
  }
  return visit.see_other(path_of(question->participation), visit.tr("Bewaard."));
}

Response show_approach(Visit& visit) {
  auto const around = around_of(visit, visit.id<ParticipationId>());
  auto const approach = visit.read([&](db::Reading& reading) { return approach_of(reading, around.way); });
  auto form = approach_form(visit, around.way.id);
  auto const now = approach.value_or(Approach{.adopted_on = visit.viewer.today});
  form.start("wanted", now.wanted)
      .start("arrangement", now.arrangement)
      .start("conditions", now.conditions)
      .start("adopted_on", now.adopted_on.text());
  return visit.form_page(form.build(), crumbs(around, visit.tr), {access::Matter::approach});
}

Response post_approach(Visit& visit) {
  auto const around = around_of(visit, visit.id<ParticipationId>());
  auto const filled = visit.read_form<Approach>();
  if (!filled)
    return visit.form_page(approach_form(visit, around.way.id).filled(filled).build(), crumbs(around, visit.tr));
  auto const adopted =
      visit.write([&](db::Transaction& tx) { return adopt_approach(tx, visit.actor(), around.way.id, *filled); });
  if (!adopted) {
    auto form = approach_form(visit, around.way.id);
    return visit.form_page(form.filled(filled, objection_to(adopted.error(), visit.tr)).build(),
                           crumbs(around, visit.tr));
  }
  return visit.see_other(path_of(around.way.id), visit.tr("Het plan van aanpak is bewaard."));
}

}  // namespace lenig::programme::pages
