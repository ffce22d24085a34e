#include "programme/evaluation_template.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_question = 300;
constexpr std::size_t most_questions = 12;  // at a moment: looking back is short

db::Values key_of(Programme const& programme, int version) {
  return {{"board", programme.board}, {"programme", programme.id}, {"version", version}};
}

struct OpenDraft {
  Programme programme;
  int version = 0;
  std::vector<EvaluationQuestion> questions;
};

Result<OpenDraft, TemplateRefusal> open_draft(db::Transaction& tx, ProgrammeId const& id) {
  auto const programme = find_programme(tx, id);
  if (!programme) return std::unexpected(TemplateRefusal::not_found);
  if (!programme->draft) return std::unexpected(TemplateRefusal::no_draft);
  return OpenDraft{*programme, *programme->draft, evaluation_questions_of(tx, *programme, *programme->draft)};
}

std::size_t count_at(std::vector<EvaluationQuestion> const& questions, Moment moment) {
  return static_cast<std::size_t>(std::ranges::count(questions, moment, &EvaluationQuestion::moment));
}

void insert(db::Transaction& tx, Programme const& programme, int version, EvaluationQuestion const& question) {
  tx.run(sql::insert_evaluation_question,
         db::fields(question, {{"board", programme.board}, {"programme", programme.id}, {"version", version}}));
}

}  // namespace

std::vector<EvaluationQuestion> usual_questions() {
  using enum Moment;
  using enum AnswerForm;
  return {
      {meeting, 1, scale, Theme::yields, "Deze bijeenkomst helpt mij in mijn werk."},
      {meeting, 2, open, Theme::works, "Wat werkte goed?"},
      {meeting, 3, open, Theme::works_not, "Wat kan anders?"},
      {cohort, 1, scale, Theme::expectations, "Het jaar was wat ik ervan verwachtte."},
      {cohort, 2, open, Theme::yields, "Wat leverde het u of het team op?"},
      {cohort, 3, open, Theme::helps, "Wat hielp daarbij?"},
      {cohort, 4, open, Theme::hinders, "Wat zat in de weg?"},
      {cohort, 5, open, Theme::possibilities, "Wat kan er volgend jaar mee?"},
  };
}

std::vector<EvaluationQuestion> evaluation_questions_of(db::Reading& reading, Programme const& programme, int version) {
  return reading.all<EvaluationQuestion>(sql::evaluation_questions_of_version, key_of(programme, version));
}

Attributions attributions_of(db::Reading& reading, Programme const& programme, int version) {
  return reading.one<Attributions>(sql::attributions_of_version, key_of(programme, version)).value_or(Attributions{});
}

void write_evaluation_questions(db::Transaction& tx, Programme const& programme, int version,
                                std::vector<EvaluationQuestion> questions) {
  tx.run(sql::delete_evaluation_questions, key_of(programme, version));
  std::ranges::stable_sort(questions, {}, &EvaluationQuestion::moment);
  int position = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    position = i > 0 && questions[i].moment == questions[i - 1].moment ? position + 1 : 1;
    questions[i].position = position;
    insert(tx, programme, version, questions[i]);
  }
}

Result<int, TemplateRefusal> add_evaluation_question(db::Transaction& tx, base::Actor const& actor,
                                                     ProgrammeId const& programme,
                                                     EvaluationQuestionDraft const& draft) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  if (draft.question.empty()) return std::unexpected(TemplateRefusal::question_missing);
  if (base::length(draft.question) > longest_question) return std::unexpected(TemplateRefusal::question_too_long);
  if (count_at(open->questions, draft.moment) >= most_questions)
    return std::unexpected(TemplateRefusal::too_many_questions);
  open->questions.push_back({draft.moment, 0, draft.form, draft.theme, draft.question});
  write_evaluation_questions(tx, open->programme, open->version, open->questions);
  audit::record(tx, actor, {.act = "programme.evaluation_question_added", .object = programme.text()});
  return static_cast<int>(count_at(open->questions, draft.moment));
}

Result<std::string, TemplateRefusal> remove_evaluation_question(db::Transaction& tx, base::Actor const& actor,
                                                                ProgrammeId const& programme, Moment moment,
                                                                int position) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  auto const at = std::ranges::find_if(
      open->questions, [&](auto const& one) { return one.moment == moment && one.position == position; });
  if (at == open->questions.end()) return std::unexpected(TemplateRefusal::not_found);
  boost::json::object const removed{{"programme", programme.text()},
                                    {"version", open->version},
                                    {"at", at - open->questions.begin()},
                                    {"moment", base::name_of(at->moment)},
                                    {"form", base::name_of(at->form)},
                                    {"theme", base::name_of(at->theme)},
                                    {"question", at->question}};
  open->questions.erase(at);
  write_evaluation_questions(tx, open->programme, open->version, open->questions);
  audit::record(tx, actor, {.act = "programme.evaluation_question_removed", .object = programme.text()});
  return undo::offer(tx, actor, "programme.remove_evaluation_question", boost::json::serialize(removed));
}

bool undo_remove_evaluation_question(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const removed = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(removed.at(key).as_string()); };
  auto open = open_draft(tx, ProgrammeId(text("programme")));
  if (!open || open->version != removed.at("version").as_int64()) return false;  // published meanwhile: it stays
  auto const at = std::min(static_cast<std::size_t>(removed.at("at").as_int64()), open->questions.size());
  open->questions.insert(open->questions.begin() + static_cast<std::ptrdiff_t>(at),
                         EvaluationQuestion{base::enum_from<Moment>(text("moment")).value(), 0,
                                            base::enum_from<AnswerForm>(text("form")).value(),
                                            base::enum_from<Theme>(text("theme")).value(), text("question")});
  write_evaluation_questions(tx, open->programme, open->version, open->questions);
  audit::record(tx, actor, {.act = "programme.evaluation_question_restored", .object = text("programme")});
  return true;
}

Result<int, TemplateRefusal> choose_attributions(db::Transaction& tx, base::Actor const& actor,
                                                 ProgrammeId const& programme, Attributions const& chosen) {
  auto const open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  tx.run(sql::update_attributions,
         db::fields(chosen, {{"board", open->programme.board}, {"programme", programme}, {"version", open->version}}));
  audit::record(tx, actor, {.act = "programme.attributions_chosen", .object = programme.text()});
  return open->version;
}

std::string words_for(Moment moment, i18n::Words const& tr) {
  switch (moment) {
    case Moment::meeting: return tr("Na een bijeenkomst");
    case Moment::cohort: return tr("Als een groep klaar is");
  }
  return {};
}

std::string words_for(AnswerForm form, i18n::Words const& tr) {
  switch (form) {
    case AnswerForm::scale: return tr("Een cijfer van 1 tot 5");
    case AnswerForm::open: return tr("Eigen woorden");
  }
  return {};
}

std::string words_for(Theme theme, i18n::Words const& tr) {
  switch (theme) {
    case Theme::works: return tr("Wat werkt");
    case Theme::works_not: return tr("Wat niet werkt");
    case Theme::stuck: return tr("Waar het vastloopt");
    case Theme::hinders: return tr("Wat belemmert");
    case Theme::helps: return tr("Wat helpt");
    case Theme::yields: return tr("Wat het oplevert");
    case Theme::expectations: return tr("Verwachtingen");
    case Theme::possibilities: return tr("Mogelijkheden");
  }
  return {};
}

std::string words_for(Attribution attribution, i18n::Words const& tr) {
  switch (attribution) {
    case Attribution::by_name: return tr("Met naam");
    case Attribution::confidential: return tr("Vertrouwelijk");
  }
  return {};
}

}  // namespace lenig::programme
