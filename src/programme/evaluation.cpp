#include "programme/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "platform/audit/audit.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_words = 2000;
constexpr double nearly_all = 0.2;  // of a mark: closer to an end of the scale a mean is told as a class

/// An answer as it is kept.
struct Kept {
  int question = 0;
  PersonId person;
  std::optional<int> mark;
  std::string sealed;
  bool quotable = false;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (question, person, mark, sealed, quotable))

struct LookBack {
  std::optional<base::Date> opens;
  std::optional<base::Date> closes;
};
BOOST_DESCRIBE_STRUCT(LookBack, (), (opens, closes))

db::Values key_of(Evaluation const& evaluation) {
  return {{"board", evaluation.programme.board}, {"subject", evaluation.subject}};
}

db::Values key_of(Evaluation const& evaluation, PersonId const& person) {
  auto values = key_of(evaluation);
  values.emplace_back("person", person);
  return values;
}

vault::Owner owner(PersonId const& person) { return {vault::OwnerKind::person, person.text()}; }

std::optional<Evaluation> with_questions(db::Reading& reading, Evaluation evaluation) {
  for (auto const& one : evaluation_questions_of(reading, evaluation.programme, evaluation.version)) {
    if (one.moment == evaluation.moment) evaluation.questions.push_back(one);
  }
  if (evaluation.questions.empty()) return std::nullopt;
  evaluation.attribution = attributions_of(reading, evaluation.programme, evaluation.version).at(evaluation.moment);
  return evaluation;
}

/// Ways on several versions look back by the oldest of them.
int version_among(std::vector<Participation> const& ways) {
  return std::ranges::min(ways, {}, &Participation::version).version;
}

LookBack look_back_of(db::Reading& reading, Cohort const& cohort) {
  return reading.one<LookBack>(sql::look_back_of_cohort, {{"board", cohort.board}, {"cohort", cohort.id}}).value();
}

std::optional<AnswerRefusal> refusal(Evaluation const& evaluation, std::vector<Answer> const& answers) {
  bool said = false;
  for (auto const& one : answers) {
    auto const* const question = evaluation.question(one.question);
    if (question == nullptr) continue;
    if (one.mark && (*one.mark < lowest_mark || *one.mark > highest_mark)) return AnswerRefusal::mark_out_of_range;
    if (base::length(one.words) > longest_words) return AnswerRefusal::too_long;
    said = said || one.mark || !one.words.empty();
  }
  return said ? std::nullopt : std::optional(AnswerRefusal::nothing_said);
}

bool is_expected(std::vector<organisation::PersonSummary> const& expected, PersonId const& person) {
  return std::ranges::find(expected, person, &organisation::PersonSummary::id) != expected.end();
}

void insert(db::Transaction& tx, vault::Vault& keys, Evaluation const& evaluation, PersonId const& person,
            Answer const& one) {
  auto values = key_of(evaluation, person);
  values.emplace_back("question", one.question);
  values.emplace_back("mark", one.mark);
  values.emplace_back("sealed", one.words.empty() ? std::string() : keys.seal(owner(person), one.words));
  values.emplace_back("quotable", one.quotable && !one.words.empty());
  tx.run(sql::insert_answer, values);
}

/// The log says who answered only where answers carry names.
void log(db::Transaction& tx, base::Actor const& actor, Evaluation const& evaluation, std::string_view act) {
  auto const who = evaluation.attribution == Attribution::by_name
                       ? actor
                       : base::Actor{.board = actor.board, .request = actor.request, .today = actor.today};
  audit::record(tx, who, {.act = act, .object = evaluation.subject});
}

/// The words of these answers; one whose key was erased stays empty.
std::vector<std::string> words_of(vault::Vault& keys, std::vector<Kept> const& kept) {
  std::vector<vault::OfPerson> sealed;
  for (auto const& one : kept) {
    if (!one.sealed.empty()) sealed.push_back({one.person.text(), one.sealed});
  }
  auto const opened = sealed.empty() ? std::vector<std::optional<std::string>>() : keys.open_all(sealed);
  std::vector<std::string> words;
  words.reserve(kept.size());
  std::size_t at = 0;
  for (auto const& one : kept) words.push_back(one.sealed.empty() ? "" : opened[at++].value_or(""));
  return words;
}

/// By the hash of words and subject: always the same, and nothing of who was first.
void shuffle(std::vector<Said>& said, std::string const& subject) {
  std::ranges::sort(said, {}, [&](Said const& one) { return base::sha256_hex(subject + one.words); });
}

std::optional<double> mean_of(std::vector<int> const& marks) {
  if (marks.empty()) return std::nullopt;
  double sum = 0;
  for (int const mark : marks) sum += mark;
  return sum / static_cast<double>(marks.size());
}

}  // namespace

EvaluationQuestion const* Evaluation::question(int position) const {
  auto const at = std::ranges::find(questions, position, &EvaluationQuestion::position);
  return at == questions.end() ? nullptr : &*at;
}

std::optional<Evaluation> evaluation_of(db::Reading& reading, Meeting const& meeting,
                                        std::vector<Participation> const& ways) {
  if (ways.empty() || meeting.state == MeetingState::cancelled) return std::nullopt;
  return with_questions(reading, {.programme = find_programme(reading, meeting.programme).value(),
                                  .version = version_among(ways),
                                  .moment = Moment::meeting,
                                  .subject = meeting.id.text(),
                                  .opens = meeting.starts_at.date,
                                  .closes = meeting.starts_at.date.plus_days(days_to_look_back)});
}

bool asks_to_look_back(db::Reading& reading, std::vector<Participation> const& ways) {
  if (ways.empty()) return false;
  auto const& first = ways.front();
  return reading
             .one<int>(sql::asks_about_meetings,
                       {{"board", first.board}, {"programme", first.programme}, {"version", version_among(ways)}})
             .value_or(0) > 0;
}

std::optional<Evaluation> evaluation_of(db::Reading& reading, Cohort const& cohort) {
  auto const [opens, closes] = look_back_of(reading, cohort);
  if (!opens || !closes) return std::nullopt;
  return with_questions(reading, {.programme = find_programme(reading, cohort.programme).value(),
                                  .version = cohort.version,
                                  .moment = Moment::cohort,
                                  .subject = cohort.id.text(),
                                  .opens = *opens,
                                  .closes = *closes});
}

Result<CohortId, LookBackRefusal> ask_to_look_back(db::Transaction& tx, base::Actor const& actor,
                                                   CohortId const& cohort, LookBackDraft const& draft) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(LookBackRefusal::not_found);
  auto const programme = find_programme(tx, found->programme).value();
  auto const questions = evaluation_questions_of(tx, programme, found->version);
  if (std::ranges::find(questions, Moment::cohort, &EvaluationQuestion::moment) == questions.end())
    return std::unexpected(LookBackRefusal::nothing_asked);
  if (draft.closes < draft.opens || draft.closes < actor.today)
    return std::unexpected(LookBackRefusal::closes_too_early);
  db::Values const key{{"board", found->board}, {"cohort", cohort}};
  auto const before = look_back_of(tx, *found);
  if (before.opens && *before.opens <= actor.today && draft.opens != *before.opens)
    return std::unexpected(LookBackRefusal::opened_before);
  bool const answered =
      tx.one<long long>(sql::answers_to_subject, {{"board", found->board}, {"subject", cohort.text()}}).value_or(0) > 0;
  if (answered && before.closes && draft.closes < *before.closes)
    return std::unexpected(LookBackRefusal::answered_already);
  tx.run(sql::update_look_back, db::fields(draft, {{"board", found->board}, {"cohort", cohort}}));
  audit::record(tx, actor, {.act = "cohort.asked_to_look_back", .object = cohort.text()});
  return cohort;
}

std::vector<organisation::PersonSummary> expected_to_answer(db::Reading& reading, Evaluation const& evaluation,
                                                            std::vector<Participation> const& ways) {
  return expected_at(reading, ways, evaluation.opens);
}

Result<int, AnswerRefusal> answer(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                  Evaluation const& evaluation, std::vector<Participation> const& ways,
                                  std::vector<Answer> const& answers) {
  if (actor.today < evaluation.opens) return std::unexpected(AnswerRefusal::not_open_yet);
  if (evaluation.has_closed(actor.today)) return std::unexpected(AnswerRefusal::closed);
  if (!is_expected(expected_to_answer(tx, evaluation, ways), actor.person))
    return std::unexpected(AnswerRefusal::not_expected);
  if (auto const why = refusal(evaluation, answers)) return std::unexpected(*why);
  tx.run(sql::delete_answers, key_of(evaluation, actor.person));
  int given = 0;
  for (auto const& one : answers) {
    if (evaluation.question(one.question) == nullptr || (!one.mark && one.words.empty())) continue;
    insert(tx, keys, evaluation, actor.person, one);
    ++given;
  }
  log(tx, actor, evaluation, "evaluation.answered");
  return given;
}

void release_quotes(db::Transaction& tx, base::Actor const& actor, Evaluation const& evaluation,
                    std::vector<int> const& questions) {
  for (auto const& question : evaluation.questions) {
    auto values = key_of(evaluation, actor.person);
    values.emplace_back("question", question.position);
    values.emplace_back("quotable", std::ranges::find(questions, question.position) != questions.end());
    tx.run(sql::update_quotable, values);
  }
  log(tx, actor, evaluation, "evaluation.quotes_released");
}

std::vector<Answer> own_answers(db::Reading& reading, vault::Vault& keys, Evaluation const& evaluation,
                                PersonId const& person) {
  auto const kept = reading.all<Kept>(sql::answers_of_person, key_of(evaluation, person));
  auto const words = words_of(keys, kept);
  std::vector<Answer> answers;
  answers.reserve(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i)
    answers.push_back({kept[i].question, kept[i].mark, words[i], kept[i].quotable});
  return answers;
}

std::vector<Told> told_in(db::Reading& reading, vault::Vault& keys, Evaluation const& evaluation, base::Date today) {
  bool const confidential = evaluation.attribution == Attribution::confidential;
  auto const kept = reading.all<Kept>(sql::answers_of_subject, key_of(evaluation));
  auto const words = words_of(keys, kept);
  std::vector<Told> told;
  for (auto const& question : evaluation.questions) {
    Told one{.question = question};
    std::vector<int> marks;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i].question != question.position) continue;
      ++one.answers;
      if (kept[i].mark) marks.push_back(*kept[i].mark);
      if (!words[i].empty()) one.said.push_back({confidential ? PersonId() : kept[i].person, words[i]});
    }
    one.mean = mean_of(marks);
    one.withheld = confidential && (!evaluation.has_closed(today) || one.answers < fewest_answers);
    if (one.withheld) one = {.question = question, .withheld = true};
    if (confidential) shuffle(one.said, evaluation.subject);
    told.push_back(std::move(one));
  }
  return told;
}

std::string shown_mean(double mean, i18n::Words const& tr) {
  if (mean > highest_mark - nearly_all) return tr("{} of hoger", tr.decimal(highest_mark - nearly_all));
  if (mean < lowest_mark + nearly_all) return tr("{} of lager", tr.decimal(lowest_mark + nearly_all));
  return tr.decimal(std::round(mean * 10) / 10);
}

}  // namespace lenig::programme
