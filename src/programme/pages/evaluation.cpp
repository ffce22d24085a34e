// Looking back: somebody answers the questions about a meeting or a year.
#include "programme/evaluation.hpp"

#include <algorithm>

#include "programme/pages/looked_back_on.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

std::string field_of(EvaluationQuestion const& question) { return "answer-" + std::to_string(question.position); }
std::string release_of(EvaluationQuestion const& question) { return "quotable-" + std::to_string(question.position); }

std::vector<html::Option> marks(i18n::Words const& tr) {
  return {{"1", tr("1 · helemaal niet")}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", tr("5 · helemaal wel")}};
}

/// What becomes of an answer, said before it is given.
std::string promise(Evaluation const& evaluation, i18n::Words const& tr) {
  auto const until = tr("U kunt antwoorden tot en met {}.", tr.day(evaluation.closes));
  if (evaluation.attribution == Attribution::by_name)
    return tr("Uw antwoorden staan met uw naam bij de projectleiding en de opleiders; verder ziet niemand ze.") + " " +
           until;
  return tr("Uw antwoorden zijn vertrouwelijk: zij staan er zonder naam en zonder volgorde, pas als iedereen klaar is "
            "en pas vanaf vijf antwoorden. Vertrouwelijk is niet anoniem: het programma weet wie wat antwoordde, de "
            "lezers niet.") +
         " " + until;
}

html::FormBuilder form_of(Visit const& visit, LookedBackOn const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Terugkijken: {}", asked.name), asked.path(), tr("Bewaar antwoorden"));
  form.intro(promise(asked.evaluation, tr));
  for (auto const& question : asked.evaluation.questions) {
    if (question.form == AnswerForm::scale) {
      form.options(field_of(question), question.question, marks(tr));
    } else {
      form.optional_area(field_of(question), question.question)
          .flag(release_of(question), tr("Dit mag, zonder mijn naam, in een verslag worden aangehaald"));
    }
  }
  return form.cancel(asked.back.empty() ? "/" : asked.back);
}

html::FormBuilder& start(html::FormBuilder& form, Evaluation const& evaluation, std::vector<Answer> const& before) {
  for (auto const& one : before) {
    auto const* const question = evaluation.question(one.question);
    if (question == nullptr) continue;
    form.start(field_of(*question), one.mark ? std::to_string(*one.mark) : one.words);
    if (one.quotable) form.start(release_of(*question), "1");
  }
  return form;
}

/// After closing the words stay as they are; who wrote them still decides whether they may be quoted.
html::FormBuilder release_form(Visit const& visit, LookedBackOn const& asked, std::vector<Answer> const& own) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Uw antwoorden: {}", asked.name), asked.path(), tr("Bewaar"));
  form.intro(
      tr("De vragen zijn gesloten op {}. U beslist nog steeds of uw woorden in een verslag mogen worden "
         "aangehaald, zonder uw naam.",
         tr.day(asked.evaluation.closes)));
  for (auto const& one : own) {
    auto const* const question = asked.evaluation.question(one.question);
    if (question == nullptr || one.words.empty()) continue;
    form.flag(release_of(*question), question->question, one.words);
    if (one.quotable) form.start(release_of(*question), "1");
  }
  return form.cancel(asked.back.empty() ? "/" : asked.back);
}

std::optional<int> mark_in(std::string const& typed) {
  return typed.size() == 1 && typed[0] >= '1' && typed[0] <= '5' ? std::optional(typed[0] - '0') : std::nullopt;
}

std::vector<Answer> answers_in(html::Sent const& form, Evaluation const& evaluation) {
  std::vector<Answer> answers;
  for (auto const& question : evaluation.questions) {
    auto const typed = base::cleaned(form.value(field_of(question)).value_or("")).value_or("");
    Answer one{.question = question.position};
    if (question.form == AnswerForm::scale) {
      one.mark = mark_in(typed);
    } else {
      one.words = typed;
      one.quotable = form.value(release_of(question)).has_value();
    }
    answers.push_back(one);
  }
  return answers;
}

std::vector<int> released_in(html::Sent const& form, Evaluation const& evaluation) {
  std::vector<int> released;
  for (auto const& question : evaluation.questions) {
    if (form.value(release_of(question))) released.push_back(question.position);
  }
  return released;
}

/// What is looked back on, with what this viewer answered before.
struct Asked {
  LookedBackOn on;
  std::vector<Answer> own;
};

template <class Find>
std::optional<Asked> asked_by(Visit& visit, Find const& find) {
  return visit.read([&](db::Reading& reading) -> std::optional<Asked> {
    auto on = find(reading);
    if (!on) return std::nullopt;
    auto own = own_answers(reading, visit.vault(), on->evaluation, visit.viewer.person);
    return Asked{std::move(*on), std::move(own)};
  });
}

Response page(Visit& visit, LookedBackOn const& on, html::FormBuilder const& form) {
  return visit.form_page(form.build(), on.crumbs(visit.tr), {Matter::evaluation});
}

Response notice(Visit& visit, std::string const& heading, std::string const& text, std::string const& back) {
  return visit.notice(
      200, {.heading = heading, .text = text, .path = back.empty() ? "/" : back, .action = visit.tr("Terug")});
}

Response not_now(Visit& visit, LookedBackOn const& on) {
  auto const& tr = visit.tr;
  bool const closed = on.evaluation.has_closed(visit.viewer.today);
  return notice(visit, tr("Terugkijken: {}", on.name),
                closed ? tr("De vragen zijn gesloten op {}.", tr.day(on.evaluation.closes))
                       : tr("Terugkijken kan vanaf {}.", tr.day(on.evaluation.opens)),
                on.back);
}

Response nothing_asked(Visit& visit) {
  return notice(visit, visit.tr("Terugkijken"), visit.tr("Hier wordt niet teruggekeken: er is niets gevraagd."), "");
}

bool has_words(std::vector<Answer> const& answers) {
  return std::ranges::any_of(answers, [](auto const& one) { return !one.words.empty(); });
}

Response shown(Visit& visit, std::optional<Asked> const& asked) {
  if (!asked) return nothing_asked(visit);
  auto const& [on, own] = *asked;
  if (on.evaluation.has_closed(visit.viewer.today) && has_words(own))
    return page(visit, on, release_form(visit, on, own));
  if (!on.evaluation.is_open(visit.viewer.today)) return not_now(visit, on);
  auto form = form_of(visit, on);
  return page(visit, on, start(form, on.evaluation, own));
}

Response released(Visit& visit, LookedBackOn const& on) {
  visit.write([&](db::Transaction& tx) {
    release_quotes(tx, visit.actor(), on.evaluation, released_in(visit.form, on.evaluation));
  });
  return visit.see_other(on.path(), visit.tr("Bewaard: dit mag wel of niet worden aangehaald."));
}

Response saved(Visit& visit, std::optional<Asked> const& asked) {
  if (!asked) return nothing_asked(visit);
  auto const& [on, own] = *asked;
  if (on.evaluation.has_closed(visit.viewer.today) && has_words(own)) return released(visit, on);
  auto const answers = answers_in(visit.form, on.evaluation);
  auto const given = visit.write([&, &on = on](db::Transaction& tx) {
    return answer(tx, visit.vault(), visit.actor(), on.evaluation, on.ways, answers);
  });
  if (!given) {
    auto form = form_of(visit, on);
    return page(visit, on, form.filled(visit.form, objection_to(given.error(), visit.tr)));
  }
  return visit.see_other(on.back.empty() ? "/" : on.back, visit.tr("Dank u: uw antwoorden zijn bewaard."));
}

}  // namespace

Response show_meeting_evaluation(Visit& visit) {
  return shown(visit, asked_by(visit, [&](db::Reading& reading) {
                 return meeting_looked_back_on(reading, visit.id<MeetingId>());
               }));
}

Response post_meeting_evaluation(Visit& visit) {
  return saved(visit, asked_by(visit, [&](db::Reading& reading) {
                 return meeting_looked_back_on(reading, visit.id<MeetingId>());
               }));
}

Response show_cohort_evaluation(Visit& visit) {
  return shown(visit, asked_by(visit, [&](db::Reading& reading) {
                 return cohort_looked_back_on(reading, visit.id<CohortId>());
               }));
}

Response post_cohort_evaluation(Visit& visit) {
  return saved(visit, asked_by(visit, [&](db::Reading& reading) {
                 return cohort_looked_back_on(reading, visit.id<CohortId>());
               }));
}

}  // namespace lenig::programme::pages
