#pragma once

#include "programme/template.hpp"

namespace lenig::programme {

/// When people look back: after each meeting, and when a cohort is done.
enum class Moment { meeting, cohort };
BOOST_DESCRIBE_ENUM(Moment, meeting, cohort)

enum class AnswerForm { scale, open };
BOOST_DESCRIBE_ENUM(AnswerForm, scale, open)

/// What a question is about: reports and monitoring gather the answers by it.
enum class Theme { works, works_not, stuck, hinders, helps, yields, expectations, possibilities };
BOOST_DESCRIBE_ENUM(Theme, works, works_not, stuck, hinders, helps, yields, expectations, possibilities)

/// Whether answers carry their author's name. Confidential is not anonymous: the program knows who said what.
enum class Attribution { by_name, confidential };
BOOST_DESCRIBE_ENUM(Attribution, by_name, confidential)

/// The marks of a scale: 1 (not at all) to 5 (wholly).
inline constexpr int lowest_mark = 1;
inline constexpr int highest_mark = 5;

struct EvaluationQuestion {
  Moment moment = Moment::meeting;
  int position = 0;  // counted from 1 at each moment
  AnswerForm form = AnswerForm::open;
  Theme theme = Theme::works;
  std::string question;
};
BOOST_DESCRIBE_STRUCT(EvaluationQuestion, (), (moment, position, form, theme, question))

struct EvaluationQuestionDraft {
  Moment moment = Moment::meeting;
  AnswerForm form = AnswerForm::open;
  Theme theme = Theme::works;
  std::string question;
};
BOOST_DESCRIBE_STRUCT(EvaluationQuestionDraft, (), (moment, form, theme, question))

/// Of a version: whether answers carry a name.
struct Attributions {
  Attribution meeting_answers = Attribution::confidential;
  Attribution cohort_answers = Attribution::confidential;

  Attribution at(Moment moment) const { return moment == Moment::meeting ? meeting_answers : cohort_answers; }
};
BOOST_DESCRIBE_STRUCT(Attributions, (), (meeting_answers, cohort_answers))

/// The questions that a fresh programme begins with.
std::vector<EvaluationQuestion> usual_questions();

/// Of a version, by moment and position.
std::vector<EvaluationQuestion> evaluation_questions_of(db::Reading& reading, Programme const& programme, int version);
Attributions attributions_of(db::Reading& reading, Programme const& programme, int version);

/// Writes the questions of a version anew, counted from 1 at each moment.
void write_evaluation_questions(db::Transaction& tx, Programme const& programme, int version,
                                std::vector<EvaluationQuestion> questions);

// Changes to the draft.
Result<int, TemplateRefusal> add_evaluation_question(db::Transaction& tx, base::Actor const& actor,
                                                     ProgrammeId const& programme,
                                                     EvaluationQuestionDraft const& draft);
/// Gives the step that undoes it.
Result<std::string, TemplateRefusal> remove_evaluation_question(db::Transaction& tx, base::Actor const& actor,
                                                                ProgrammeId const& programme, Moment moment,
                                                                int position);
bool undo_remove_evaluation_question(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
Result<int, TemplateRefusal> choose_attributions(db::Transaction& tx, base::Actor const& actor,
                                                 ProgrammeId const& programme, Attributions const& chosen);

std::string words_for(Moment moment, i18n::Words const& tr);
std::string words_for(AnswerForm form, i18n::Words const& tr);
std::string words_for(Theme theme, i18n::Words const& tr);
std::string words_for(Attribution attribution, i18n::Words const& tr);

}  // namespace lenig::programme
