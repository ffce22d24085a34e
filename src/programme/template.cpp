#include "programme/template.hpp"

#include <boost/json.hpp>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/evaluation_template.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_name = 150;
constexpr std::size_t longest_reason = 600;
constexpr int longest_meeting = 24 * 60;

db::Values key_of(Programme const& programme, int version) {
  return {{"board", programme.board}, {"programme", programme.id}, {"version", version}};
}

void insert_step(db::Transaction& tx, Programme const& programme, int version, Step const& step) {
  tx.run(sql::insert_step, {{"board", programme.board},
                            {"programme", programme.id},
                            {"version", version},
                            {"position", step.position},
                            {"title", step.title},
                            {"aim", step.aim},
                            {"questions", step.questions},
                            {"materials", step.materials},
                            {"minutes", step.minutes},
                            {"reason", step.reason}});
}

/// Writes the steps of a draft anew, counted from 1.
void write_steps(db::Transaction& tx, Programme const& programme, int version, std::vector<Step> steps) {
  tx.run(sql::delete_steps, key_of(programme, version));
  int position = 0;
  for (auto& step : steps) {
    step.position = ++position;
    insert_step(tx, programme, version, step);
  }
}

struct OpenDraft {
  Programme programme;
  int version = 0;
  std::vector<Step> steps;
};

Result<OpenDraft, TemplateRefusal> open_draft(db::Transaction& tx, ProgrammeId const& id) {
  auto const programme = find_programme(tx, id);
  if (!programme) return std::unexpected(TemplateRefusal::not_found);
  if (!programme->draft) return std::unexpected(TemplateRefusal::no_draft);
  return OpenDraft{*programme, *programme->draft, steps_of(tx, *programme, *programme->draft)};
}

bool has_step(OpenDraft const& draft, int position) {
  return position >= 1 && position <= static_cast<int>(draft.steps.size());
}

Step step_of(StepDraft const& draft) {
  return {0, draft.title, draft.aim, draft.questions, draft.materials, draft.minutes, draft.reason};
}

/// The newest version once more, as a draft: nothing in it differs yet, so nothing has a reason.
void copy_newest(db::Transaction& tx, Programme const& programme, int to) {
  auto steps = steps_of(tx, programme, programme.published);
  for (auto& step : steps) step.reason.clear();
  write_steps(tx, programme, to, steps);
  write_evaluation_questions(tx, programme, to, evaluation_questions_of(tx, programme, programme.published));
  auto values = key_of(programme, to);
  auto const attributions = attributions_of(tx, programme, programme.published);
  values.emplace_back("meeting_answers", attributions.meeting_answers);
  values.emplace_back("cohort_answers", attributions.cohort_answers);
  tx.run(sql::update_attributions, values);
}

}  // namespace

std::string path_of(ProgrammeId const& programme) { return "/programma/" + programme.text(); }

std::optional<TemplateRefusal> refusal(ProgrammeDraft const& draft) {
  if (draft.name.empty()) return TemplateRefusal::name_missing;
  if (base::length(draft.name) > longest_name) return TemplateRefusal::name_too_long;
  return std::nullopt;
}

std::optional<TemplateRefusal> refusal(StepDraft const& draft) {
  if (draft.title.empty()) return TemplateRefusal::name_missing;
  if (base::length(draft.title) > longest_name) return TemplateRefusal::name_too_long;
  if (draft.minutes < 0 || draft.minutes > longest_meeting) return TemplateRefusal::length_out_of_range;
  if (base::length(draft.reason) > longest_reason) return TemplateRefusal::reason_too_long;
  return std::nullopt;
}

std::optional<Programme> find_programme(db::Reading& reading, ProgrammeId const& programme) {
  return reading.one<Programme>(sql::programme_by_id, {{"programme", programme}});
}

std::vector<Programme> programmes_of(db::Reading& reading, BoardId const& board) {
  return reading.all<Programme>(sql::programmes_of_board, {{"board", board}});
}

std::vector<Step> steps_of(db::Reading& reading, Programme const& programme, int version) {
  return reading.all<Step>(sql::steps_of_version, key_of(programme, version));
}

Result<ProgrammeId, TemplateRefusal> start_programme(db::Transaction& tx, base::Actor const& actor,
                                                     ProgrammeDraft const& draft, std::vector<Step> const& steps) {
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const host = organisation::units_by_ids(tx, {draft.host});
  if (host.empty() || host.front().board != actor.board) return std::unexpected(TemplateRefusal::host_missing);
  Programme const programme{.board = actor.board, .id = ProgrammeId::make()};
  tx.run(sql::insert_programme,
         db::fields(draft, {{"board", programme.board}, {"id", programme.id}, {"now", base::Instant::now()}}));
  tx.run(sql::insert_version, key_of(programme, 1));
  write_steps(tx, programme, 1, steps);
  write_evaluation_questions(tx, programme, 1, usual_questions());
  audit::record(tx, actor, {.act = "programme.started", .object = programme.id.text()});
  return programme.id;
}

Result<ProgrammeId, TemplateRefusal> describe_programme(db::Transaction& tx, base::Actor const& actor,
                                                        ProgrammeId const& programme, ProgrammeDraft const& draft) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(TemplateRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  tx.run(sql::update_programme,
         {{"board", found->board}, {"programme", programme}, {"name", draft.name}, {"purpose", draft.purpose}});
  audit::record(tx, actor, {.act = "programme.described", .object = programme.text()});
  return programme;
}

Result<int, TemplateRefusal> begin_version(db::Transaction& tx, base::Actor const& actor,
                                           ProgrammeId const& programme) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(TemplateRefusal::not_found);
  if (found->draft) return std::unexpected(TemplateRefusal::is_draft);
  int const next = found->published + 1;
  tx.run(sql::insert_version, key_of(*found, next));
  copy_newest(tx, *found, next);
  audit::record(tx, actor,
                {.act = "programme.version_begun", .object = programme.text(), .detail = std::to_string(next)});
  return next;
}

Result<int, TemplateRefusal> publish_version(db::Transaction& tx, base::Actor const& actor,
                                             ProgrammeId const& programme) {
  auto const draft = open_draft(tx, programme);
  if (!draft) return std::unexpected(draft.error());
  if (draft->steps.empty()) return std::unexpected(TemplateRefusal::no_steps);
  tx.run(
      sql::publish_version,
      {{"board", draft->programme.board}, {"programme", programme}, {"version", draft->version}, {"on", actor.today}});
  audit::record(
      tx, actor,
      {.act = "programme.version_published", .object = programme.text(), .detail = std::to_string(draft->version)});
  return draft->version;
}

bool undo_publish_version(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  auto const programme = find_programme(tx, ProgrammeId(parts.at(0)));
  if (!programme || programme->draft || std::to_string(programme->published) != parts.at(1)) return false;
  if (tx.run(sql::unpublish_version, key_of(*programme, programme->published)) == 0) return false;
  audit::record(tx, actor, {.act = "programme.publication_undone", .object = parts[0], .detail = parts[1]});
  return true;
}

Result<int, TemplateRefusal> add_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                      StepDraft const& draft) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  open->steps.push_back(step_of(draft));
  write_steps(tx, open->programme, open->version, open->steps);
  audit::record(tx, actor, {.act = "programme.step_added", .object = programme.text()});
  return static_cast<int>(open->steps.size());
}

Result<int, TemplateRefusal> change_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                         int position, StepDraft const& draft) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  if (!has_step(*open, position)) return std::unexpected(TemplateRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  open->steps[static_cast<std::size_t>(position) - 1] = step_of(draft);
  write_steps(tx, open->programme, open->version, open->steps);
  audit::record(tx, actor, {.act = "programme.step_changed", .object = programme.text()});
  return position;
}

Result<int, TemplateRefusal> raise_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                        int position) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  if (!has_step(*open, position) || position == 1) return std::unexpected(TemplateRefusal::not_found);
  std::swap(open->steps[static_cast<std::size_t>(position) - 1], open->steps[static_cast<std::size_t>(position) - 2]);
  write_steps(tx, open->programme, open->version, open->steps);
  audit::record(tx, actor, {.act = "programme.step_raised", .object = programme.text()});
  return position - 1;
}

Result<std::string, TemplateRefusal> remove_step(db::Transaction& tx, base::Actor const& actor,
                                                 ProgrammeId const& programme, int position) {
  auto open = open_draft(tx, programme);
  if (!open) return std::unexpected(open.error());
  if (!has_step(*open, position)) return std::unexpected(TemplateRefusal::not_found);
  auto const at = open->steps.begin() + position - 1;
  boost::json::object const removed{{"programme", programme.text()},
                                    {"version", open->version},
                                    {"position", position},
                                    {"title", at->title},
                                    {"aim", at->aim},
                                    {"questions", at->questions},
                                    {"materials", at->materials},
                                    {"minutes", at->minutes},
                                    {"reason", at->reason}};
  open->steps.erase(at);
  write_steps(tx, open->programme, open->version, open->steps);
  audit::record(tx, actor, {.act = "programme.step_removed", .object = programme.text()});
  return undo::offer(tx, actor, "programme.remove_step", boost::json::serialize(removed));
}

bool undo_remove_step(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const removed = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(removed.at(key).as_string()); };
  auto open = open_draft(tx, ProgrammeId(text("programme")));
  if (!open || open->version != removed.at("version").as_int64()) return false;  // published meanwhile: it stays
  auto const position = std::min(static_cast<std::size_t>(removed.at("position").as_int64()) - 1, open->steps.size());
  open->steps.insert(open->steps.begin() + static_cast<std::ptrdiff_t>(position),
                     Step{0, text("title"), text("aim"), text("questions"), text("materials"),
                          static_cast<int>(removed.at("minutes").as_int64()), text("reason")});
  write_steps(tx, open->programme, open->version, open->steps);
  audit::record(tx, actor, {.act = "programme.step_restored", .object = text("programme")});
  return true;
}

}  // namespace lenig::programme
