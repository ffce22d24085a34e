#pragma once

#include "platform/vault/vault.hpp"
#include "programme/evaluation_template.hpp"
#include "programme/meeting.hpp"

namespace lenig::programme {

/// How long after a meeting people can look back, in days.
inline constexpr int days_to_look_back = 14;

/// The fewest answers to a question that are shown when answers are confidential.
inline constexpr int fewest_answers = 5;

/// Looking back on a meeting or a cohort. Confidential answers are shown once it has closed, all at once: shown as they
/// come in, the difference would tell whose the last one is.
struct Evaluation {
  Programme programme;
  int version = 0;
  Moment moment = Moment::meeting;
  std::string subject;  // the id of the meeting or the cohort
  Attribution attribution = Attribution::confidential;
  base::Date opens;
  base::Date closes;  // the last day
  std::vector<EvaluationQuestion> questions;

  bool is_open(base::Date today) const { return opens <= today && today <= closes; }
  bool has_closed(base::Date today) const { return closes < today; }
  EvaluationQuestion const* question(int position) const;
};

/// Of a meeting of units or people that was held; nothing when its version asks nothing, or it is not one to look back
/// on.
std::optional<Evaluation> evaluation_of(db::Reading& reading, Meeting const& meeting,
                                        std::vector<Participation> const& ways);
/// Whether the version that these ways go by has questions about a meeting.
bool asks_to_look_back(db::Reading& reading, std::vector<Participation> const& ways);
/// Of a cohort that the office asked to look back; nothing when it did not, or its version asks nothing.
std::optional<Evaluation> evaluation_of(db::Reading& reading, Cohort const& cohort);

struct LookBackDraft {
  base::Date opens;
  base::Date closes;
};
BOOST_DESCRIBE_STRUCT(LookBackDraft, (), (opens, closes))

enum class LookBackRefusal { not_found, nothing_asked, closes_too_early, opened_before, answered_already };

/// Asks a cohort to look back between two days. Once somebody answered, the last day alone can still move, to a later
/// day.
Result<CohortId, LookBackRefusal> ask_to_look_back(db::Transaction& tx, base::Actor const& actor,
                                                   CohortId const& cohort, LookBackDraft const& draft);

/// What somebody says to one question. `quotable`: the author releases the words for a report, without a name.
struct Answer {
  int question = 0;
  std::optional<int> mark;
  std::string words;
  bool quotable = false;
};

enum class AnswerRefusal { not_open_yet, closed, not_expected, nothing_said, mark_out_of_range, too_long };

/// Who is expected to look back: who was to come to the meeting, or takes part in the cohort.
std::vector<organisation::PersonSummary> expected_to_answer(db::Reading& reading, Evaluation const& evaluation,
                                                            std::vector<Participation> const& ways);

/// Writes somebody's answers, in place of those that they gave before. The words are sealed with their own key.
Result<int, AnswerRefusal> answer(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                  Evaluation const& evaluation, std::vector<Participation> const& ways,
                                  std::vector<Answer> const& answers);
/// Releases the words to these questions for reports, and takes back the release of the others; also after closing.
void release_quotes(db::Transaction& tx, base::Actor const& actor, Evaluation const& evaluation,
                    std::vector<int> const& questions);

/// What somebody answered themselves.
std::vector<Answer> own_answers(db::Reading& reading, vault::Vault& keys, Evaluation const& evaluation,
                                PersonId const& person);

/// Somebody's words; the person is empty where answers are confidential.
struct Said {
  PersonId person;
  std::string words;
};

/// What was told in answer to one question.
struct Told {
  EvaluationQuestion question;
  int answers = 0;
  bool withheld = false;       // confidential and not closed yet, or answered by fewer than five
  std::optional<double> mean;  // of a scale
  std::vector<Said> said;      // confidential ones in an order that says nothing
};

/// What was told in answer to the evaluation. A text whose author's key was erased is not there any more.
std::vector<Told> told_in(db::Reading& reading, vault::Vault& keys, Evaluation const& evaluation, base::Date today);

/// A mean as it may be shown: to 0.1, and at the ends of the scale as "4,8 of hoger", for a mean of exactly 5 would
/// tell what each of them said.
std::string shown_mean(double mean, i18n::Words const& tr);

}  // namespace lenig::programme
