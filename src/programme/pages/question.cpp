#include "programme/question.hpp"

#include "programme/pages/pages.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

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
  form.area("question", tr("De vraag"))
      .options("fate", tr("Wat gebeurt ermee"), fates)
      .optional_area("answer", tr("Toelichting"),
                     tr("Bijvoorbeeld: komt terug in stap 4. Of: wij spraken af eerst te vragen, dan pas te vinden."))
      .cancel(path_of(question.participation))
      .start(FateDraft{question.question, question.fate, question.answer});
  return form;
}

html::FormBuilder approach_form(Visit const& visit, ParticipationId const& id, std::optional<Approach> const& now) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Plan van aanpak"), path_of(id) + "/plan", tr("Bewaar plan"));
  form.intro(tr("School en projectleiding maken dit samen. Kort is goed: wat wil het team, hoe pakt u het aan, wat is "
                "daarvoor nodig?"))
      .area("wanted", tr("Wat wil het team bereiken"))
      .area("arrangement", tr("Hoe pakt u het aan"), tr("Wanneer, hoe vaak, in welke groepen, met wie."))
      .optional_area("conditions", tr("Wat moet geregeld zijn"),
                     tr("Tijd in het taakbeleid, ruimte, geld, wie iets overneemt."))
      .date("adopted_on", tr("Vastgesteld op"))
      .cancel(path_of(id))
      .start(now.value_or(Approach{.adopted_on = visit.viewer.today}));
  return form;
}

UnitWay asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return unit_way(reading, visit.id<ParticipationId>()); });
}

struct QuestionOfWay {
  Question question;
  UnitWay around;
};

QuestionOfWay question_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const question = find_question(reading, visit.id<QuestionId>()).value();
    return QuestionOfWay{question, unit_way(reading, question.participation)};
  });
}

struct ApproachOfWay {
  UnitWay around;
  std::optional<Approach> approach;
};

ApproachOfWay approach_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const around = unit_way(reading, visit.id<ParticipationId>());
    return ApproachOfWay{around, approach_of(reading, around.way)};
  });
}

Response approach_page(Visit& visit, UnitWay const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), around.crumbs(visit.tr), {access::Matter::approach});
}

Response question_page(Visit& visit, UnitWay const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), around.crumbs(visit.tr), {access::Matter::team_question});
}

}  // namespace

Response show_question_new(Visit& visit) {
  auto const around = asked_for(visit);
  return question_page(visit, around, question_form(visit, around.way.id));
}

Response post_question(Visit& visit) {
  auto const around = asked_for(visit);
  auto const filled = visit.read_form<QuestionDraft>();
  auto form = question_form(visit, around.way.id);
  if (!filled) return question_page(visit, around, form.filled(filled));
  auto const asked = visit.write([&](db::Transaction& tx) { return ask(tx, visit.actor(), around.way.id, *filled); });
  if (!asked) return question_page(visit, around, form.filled(filled, objection_to(asked.error(), visit.tr)));
  return visit.see_other(around.path(), visit.tr("De vraag staat bij de vragen van het team."));
}

Response show_fate(Visit& visit) {
  auto const [question, around] = question_asked_for(visit);
  return question_page(visit, around, fate_form(visit, question));
}

Response post_fate(Visit& visit) {
  auto const [question, around] = question_asked_for(visit);
  auto const filled = visit.read_form<FateDraft>();
  auto form = fate_form(visit, question);
  if (!filled || form.is_stale(visit.form)) return question_page(visit, around, form.filled(filled));
  auto const decided =
      visit.write([&](db::Transaction& tx) { return decide_fate(tx, visit.actor(), question.id, *filled); });
  if (!decided) return question_page(visit, around, form.filled(filled, objection_to(decided.error(), visit.tr)));
  return visit.see_other(around.path(), visit.tr("Bewaard."));
}

Response post_question_remove(Visit& visit) {
  auto const [question, around] = question_asked_for(visit);
  auto const removed =
      visit.write([&](db::Transaction& tx) { return remove_question(tx, visit.actor(), question.id); });
  if (!removed) return visit.see_other(around.path(), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(around.path(), visit.tr("De vraag is verwijderd."), *removed);
}

Response show_approach(Visit& visit) {
  auto const [around, approach] = approach_asked_for(visit);
  return approach_page(visit, around, approach_form(visit, around.way.id, approach));
}

Response post_approach(Visit& visit) {
  auto const [around, approach] = approach_asked_for(visit);
  auto const filled = visit.read_form<Approach>();
  auto form = approach_form(visit, around.way.id, approach);
  if (!filled || form.is_stale(visit.form)) return approach_page(visit, around, form.filled(filled));
  auto const adopted = visit.write(
      [&, &way = around.way](db::Transaction& tx) { return adopt_approach(tx, visit.actor(), way.id, *filled); });
  if (!adopted) return approach_page(visit, around, form.filled(filled, objection_to(adopted.error(), visit.tr)));
  return visit.see_other(around.path(), visit.tr("Het plan van aanpak is bewaard."));
}

}  // namespace lenig::programme::pages
