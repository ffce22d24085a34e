#include "programme/question.hpp"

#include <boost/json.hpp>

#include "platform/audit/audit.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

db::Values key_of(Participation const& participation) {
  return {{"board", participation.board}, {"participation", participation.id}};
}

}  // namespace

std::vector<Question> questions_of(db::Reading& reading, Participation const& participation) {
  return reading.all<Question>(sql::questions_of_participation, key_of(participation));
}

std::optional<Question> find_question(db::Reading& reading, QuestionId const& question) {
  return reading.one<Question>(sql::question_by_id, {{"question", question}});
}

Result<QuestionId, QuestionRefusal> ask(db::Transaction& tx, base::Actor const& actor,
                                        ParticipationId const& participation, QuestionDraft const& draft) {
  auto const found = find_participation(tx, participation);
  if (!found) return std::unexpected(QuestionRefusal::not_found);
  if (found->status == Status::completed || found->status == Status::withdrawn)
    return std::unexpected(QuestionRefusal::ended);
  if (draft.question.empty()) return std::unexpected(QuestionRefusal::question_missing);
  auto const id = QuestionId::make();
  tx.run(sql::insert_question, {{"board", found->board},
                                {"id", id},
                                {"participation", participation},
                                {"question", draft.question},
                                {"on", actor.today}});
  // The log doesn't say who asked either: the question is the team's.
  audit::record(tx, {.board = actor.board, .request = actor.request, .today = actor.today},
                {.act = "question.asked", .object = id.text()});
  return id;
}

Result<QuestionId, QuestionRefusal> decide_fate(db::Transaction& tx, base::Actor const& actor,
                                                QuestionId const& question, FateDraft const& draft) {
  auto const found = find_question(tx, question);
  if (!found) return std::unexpected(QuestionRefusal::not_found);
  if (draft.question.empty()) return std::unexpected(QuestionRefusal::question_missing);
  if (draft.fate != Fate::open && draft.answer.empty()) return std::unexpected(QuestionRefusal::answer_missing);
  tx.run(sql::update_question, db::fields(draft, {{"board", found->board}, {"id", question}}));
  audit::record(tx, actor,
                {.act = "question.fate", .object = question.text(), .detail = std::string(base::name_of(draft.fate))});
  return question;
}

Result<std::string, QuestionRefusal> remove_question(db::Transaction& tx, base::Actor const& actor,
                                                     QuestionId const& question) {
  auto const found = find_question(tx, question);
  if (!found) return std::unexpected(QuestionRefusal::not_found);
  tx.run(sql::delete_question, {{"board", found->board}, {"id", question}});
  audit::record(tx, actor, {.act = "question.removed", .object = question.text()});
  boost::json::object const kept{{"participation", found->participation.text()},
                                 {"question", found->question},
                                 {"asked_on", found->asked_on.text()},
                                 {"fate", base::name_of(found->fate)},
                                 {"answer", found->answer}};
  return undo::offer(tx, actor, "programme.remove_question", boost::json::serialize(kept));
}

bool undo_remove_question(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const way = find_participation(tx, ParticipationId(text("participation")));
  if (!way) return false;
  auto const id = QuestionId::make();
  tx.run(sql::insert_question, {{"board", way->board},
                                {"id", id},
                                {"participation", way->id},
                                {"question", text("question")},
                                {"on", base::Date::parse(text("asked_on"))}});
  tx.run(sql::update_question, {{"board", way->board},
                                {"id", id},
                                {"question", text("question")},
                                {"fate", text("fate")},
                                {"answer", text("answer")}});
  audit::record(tx, actor, {.act = "question.restored", .object = id.text()});
  return true;
}

std::optional<Approach> approach_of(db::Reading& reading, Participation const& participation) {
  return reading.one<Approach>(sql::approach_of_participation, key_of(participation));
}

Result<ParticipationId, ApproachRefusal> adopt_approach(db::Transaction& tx, base::Actor const& actor,
                                                        ParticipationId const& participation, Approach const& draft) {
  auto const found = find_participation(tx, participation);
  if (!found) return std::unexpected(ApproachRefusal::not_found);
  if (draft.wanted.empty()) return std::unexpected(ApproachRefusal::wanted_missing);
  if (draft.arrangement.empty()) return std::unexpected(ApproachRefusal::arrangement_missing);
  if (draft.adopted_on > actor.today) return std::unexpected(ApproachRefusal::in_future);
  tx.run(sql::upsert_approach, db::fields(draft, {{"board", found->board}, {"participation", participation}}));
  audit::record(tx, actor, {.act = "approach.adopted", .object = participation.text()});
  return participation;
}

}  // namespace lenig::programme
