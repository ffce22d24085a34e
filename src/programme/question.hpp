#pragma once

#include "programme/participation.hpp"

namespace lenig::programme {

using QuestionId = base::Id<struct QuestionTag>;

/// What became of a question of the team.
enum class Fate { open, planned, answered, let_go };
BOOST_DESCRIBE_ENUM(Fate, open, planned, answered, let_go)

/// What a team itself wants to learn. Who asked it is not kept: it is the team's question.
struct Question {
  BoardId board;
  QuestionId id;
  ParticipationId participation;
  std::string question;
  base::Date asked_on;
  Fate fate = Fate::open;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(Question, (), (board, id, participation, question, asked_on, fate, answer))

struct QuestionDraft {
  std::string question;
};
BOOST_DESCRIBE_STRUCT(QuestionDraft, (), (question))

struct FateDraft {
  std::string question;  // as it stands from now on: whoever answers it may put it better
  Fate fate = Fate::open;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(FateDraft, (), (question, fate, answer))

enum class QuestionRefusal { question_missing, answer_missing, not_found, ended };

std::vector<Question> questions_of(db::Reading& reading, Participation const& participation);
std::optional<Question> find_question(db::Reading& reading, QuestionId const& question);

Result<QuestionId, QuestionRefusal> ask(db::Transaction& tx, base::Actor const& actor,
                                        ParticipationId const& participation, QuestionDraft const& draft);
Result<QuestionId, QuestionRefusal> decide_fate(db::Transaction& tx, base::Actor const& actor,
                                                QuestionId const& question, FateDraft const& draft);
/// Takes a question off the list; gives the step that undoes it.
Result<std::string, QuestionRefusal> remove_question(db::Transaction& tx, base::Actor const& actor,
                                                     QuestionId const& question);
bool undo_remove_question(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// The plan of approach of a unit: what it wants, how it goes about it, what must be arranged.
struct Approach {
  std::string wanted;
  std::string arrangement;
  std::string conditions;
  base::Date adopted_on;
};
BOOST_DESCRIBE_STRUCT(Approach, (), (wanted, arrangement, conditions, adopted_on))

enum class ApproachRefusal { wanted_missing, arrangement_missing, in_future, not_found };

std::optional<Approach> approach_of(db::Reading& reading, Participation const& participation);
Result<ParticipationId, ApproachRefusal> adopt_approach(db::Transaction& tx, base::Actor const& actor,
                                                        ParticipationId const& participation, Approach const& draft);

std::string words_for(Fate fate, i18n::Words const& tr);

}  // namespace lenig::programme
