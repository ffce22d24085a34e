// The questions of a template for looking back, and whether answers carry a name.
#include <charconv>

#include "programme/evaluation_template.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct QuestionLine {
  int position = 0;
  std::string question;
  std::string note;
  std::string remove_path;  // when it can be removed
};
BOOST_DESCRIBE_STRUCT(QuestionLine, (), (position, question, note, remove_path))

struct MomentView {
  std::string name;
  std::string attribution;
  bool has_questions = false;
  std::vector<QuestionLine> questions;
};
BOOST_DESCRIBE_STRUCT(MomentView, (), (name, attribution, has_questions, questions))

struct EvaluationQuestionsView {
  static constexpr std::string_view view = "programme/evaluation_questions";
  std::string name;
  std::string state;
  std::string path;
  bool is_draft = false;
  std::vector<MomentView> moments;
};
BOOST_DESCRIBE_STRUCT(EvaluationQuestionsView, (), (name, state, path, is_draft, moments))

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/opzet/terugblik"; }

std::string remove_path(ProgrammeId const& programme, EvaluationQuestion const& question) {
  return path_here(programme) + "/" + std::string(base::name_of(question.moment)) + "/" +
         std::to_string(question.position) + "/verwijderen";
}

/// The version that is shown: the draft to who may change it, else the newest in use.
int version_shown(Programme const& programme, bool is_draft) {
  return is_draft || programme.published == 0 ? programme.draft.value_or(1) : programme.published;
}

MomentView view_of(Moment moment, std::vector<EvaluationQuestion> const& questions, Attributions const& attributions,
                   Programme const& programme, bool is_draft, i18n::Words const& tr) {
  MomentView view{.name = words_for(moment, tr), .attribution = words_for(attributions.at(moment), tr)};
  for (auto const& one : questions) {
    if (one.moment != moment) continue;
    view.questions.push_back({one.position, one.question, words_for(one.form, tr) + " · " + words_for(one.theme, tr),
                              is_draft ? remove_path(programme.id, one) : ""});
  }
  view.has_questions = !view.questions.empty();
  return view;
}

template <class Enum>
std::vector<html::Option> options_of(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Enum>(
      [&](Enum one) { options.push_back({std::string(base::name_of(one)), words_for(one, tr)}); });
  return options;
}

html::FormBuilder question_form(Visit const& visit) {
  auto const& tr = visit.tr;
  auto const path = path_here(visit.id<ProgrammeId>());
  html::FormBuilder form(tr, tr("Vraag om terug te kijken"), path, tr("Zet erbij"));
  form.intro(tr("Kort is goed: wie na een bijeenkomst drie vragen krijgt, geeft drie antwoorden."))
      .options("moment", tr("Wanneer"), options_of<Moment>(tr))
      .options("form", tr("Hoe antwoordt men"), options_of<AnswerForm>(tr))
      .choice("theme", tr("Waar gaat het over"), options_of<Theme>(tr),
              tr("Verslagen en monitoring brengen antwoorden hiermee bij elkaar."))
      .text("question", tr("De vraag, of de stelling bij een cijfer"))
      .cancel(path);
  return form;
}

html::FormBuilder attributions_form(Visit const& visit, Attributions const& now) {
  auto const& tr = visit.tr;
  auto const path = path_here(visit.id<ProgrammeId>());
  html::FormBuilder form(tr, tr("Met naam of vertrouwelijk?"), path + "/naam", tr("Bewaar"));
  form.intro(tr("Vertrouwelijke antwoorden staan er zonder naam en zonder volgorde, vanaf vijf. Ieder leest dit voor "
                "het antwoorden."))
      .options("meeting_answers", words_for(Moment::meeting, tr), options_of<Attribution>(tr))
      .options("cohort_answers", words_for(Moment::cohort, tr), options_of<Attribution>(tr))
      .cancel(path)
      .start(now);
  return form;
}

struct OfProgramme {
  Programme programme;
  Attributions attributions;
};

OfProgramme asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>()).value();
    return OfProgramme{programme, attributions_of(reading, programme, version_shown(programme, true))};
  });
}

Response form_page(Visit& visit, Programme const& programme, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(programme, visit.tr), {access::Matter::programme});
}

std::optional<Moment> moment_of(Visit const& visit) {
  return base::enum_from<Moment>(visit.params.find("moment")->second);
}

int position_of(Visit const& visit) {
  auto const& text = visit.params.find("position")->second;
  int position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

}  // namespace

Response show_evaluation_questions(Visit& visit) {
  auto const& tr = visit.tr;
  EvaluationQuestionsView view;
  auto const programme = visit.read([&](db::Reading& reading) {
    auto const found = find_programme(reading, visit.id<ProgrammeId>()).value();
    bool const is_draft = found.draft && visit.viewer.may(access::Action::change, access::Matter::programme);
    int const version = version_shown(found, is_draft);
    auto const questions = evaluation_questions_of(reading, found, version);
    auto const attributions = attributions_of(reading, found, version);
    view = {.name = found.name,
            .state = is_draft ? tr("Concept van versie {}", version) : tr("Versie {}", version),
            .path = path_here(found.id),
            .is_draft = is_draft};
    for (auto const moment : {Moment::meeting, Moment::cohort})
      view.moments.push_back(view_of(moment, questions, attributions, found, is_draft, tr));
    return found;
  });
  return visit.page({.title = tr("Terugkijken in {}", programme.name),
                     .crumbs = crumbs_to(programme, tr),
                     .holds = {access::Matter::programme},
                     .content = visit.render(view)});
}

Response show_evaluation_question_new(Visit& visit) {
  auto form = question_form(visit);
  form.start("moment", "meeting").start("form", "open");
  return form_page(visit, asked_for(visit).programme, form);
}

Response post_evaluation_question(Visit& visit) {
  auto const programme = asked_for(visit).programme;
  auto const filled = visit.read_form<EvaluationQuestionDraft>();
  auto form = question_form(visit);
  if (!filled) return form_page(visit, programme, form.filled(filled));
  auto const added = visit.write(
      [&](db::Transaction& tx) { return add_evaluation_question(tx, visit.actor(), programme.id, *filled); });
  if (!added) return form_page(visit, programme, form.filled(filled, objection_to(added.error(), visit.tr)));
  return visit.see_other(path_here(programme.id), visit.tr("De vraag staat erbij."));
}

Response post_evaluation_question_remove(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const moment = moment_of(visit);
  if (!moment) return visit.not_found();
  auto const removed = visit.write([&](db::Transaction& tx) {
    return remove_evaluation_question(tx, visit.actor(), id, *moment, position_of(visit));
  });
  if (!removed) return visit.see_other(path_here(id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_here(id), visit.tr("De vraag is verwijderd."), *removed);
}

Response show_attributions(Visit& visit) {
  auto const [programme, attributions] = asked_for(visit);
  return form_page(visit, programme, attributions_form(visit, attributions));
}

Response post_attributions(Visit& visit) {
  auto const [programme, attributions] = asked_for(visit);
  auto const filled = visit.read_form<Attributions>();
  auto form = attributions_form(visit, attributions);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, programme, form.filled(filled));
  auto const chosen = visit.write(
      [&, &id = programme.id](db::Transaction& tx) { return choose_attributions(tx, visit.actor(), id, *filled); });
  if (!chosen) return form_page(visit, programme, form.filled(filled, objection_to(chosen.error(), visit.tr)));
  return visit.see_other(path_here(programme.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
