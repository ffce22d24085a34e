#pragma once

#include "programme/programme.h"

namespace lenig::programme {

/// Who goes through the steps.
enum class Audience { units, people };
BOOST_DESCRIBE_ENUM(Audience, units, people)

/// A programme: a template of steps, run by a board, a network or a school.
struct Programme {
  BoardId board;
  ProgrammeId id;
  UnitId host;
  std::string name;
  std::string purpose;
  Audience audience = Audience::units;
  int published = 0;           // the newest version that is published; 0: none yet
  std::optional<int> draft;    // the version that is being made
  bool standing_item = false;  // of the directors' meeting
};
BOOST_DESCRIBE_STRUCT(Programme, (), (board, id, host, name, purpose, audience, published, draft, standing_item))

struct Step {
  int position = 0;
  std::string title;
  std::string aim;
  std::string questions;  // one a line
  std::string materials;  // one a line
  int minutes = 0;        // usual length
  std::string reason;     // why it differs from the version before
};
BOOST_DESCRIBE_STRUCT(Step, (), (position, title, aim, questions, materials, minutes, reason))

struct ProgrammeDraft {
  UnitId host;
  std::string name;
  std::string purpose;
  Audience audience = Audience::units;
};
BOOST_DESCRIBE_STRUCT(ProgrammeDraft, (), (host, name, purpose, audience))

struct StepDraft {
  std::string title;
  std::string aim;
  std::string questions;
  std::string materials;
  int minutes = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepDraft, (), (title, aim, questions, materials, minutes, reason))

enum class TemplateRefusal {
  name_missing,
  name_too_long,
  host_missing,
  length_out_of_range,
  not_found,
  no_draft,
  no_steps,
  is_draft,
  question_missing,
  question_too_long,
  too_many_questions,
  reason_too_long
};

std::optional<TemplateRefusal> refusal(ProgrammeDraft const& draft);
std::optional<TemplateRefusal> refusal(StepDraft const& draft);

/// A ready template of the library.
struct Ready {
  std::string key;
  std::string name;
  std::string purpose;
  Audience audience = Audience::units;
  std::vector<Step> steps;
};
std::vector<Ready> const& library();
Ready const* ready(std::string_view key);

std::optional<Programme> find_programme(db::Reading& reading, ProgrammeId const& programme);
/// The programmes that a board runs, and those that its units go through, by name.
std::vector<Programme> programmes_of(db::Reading& reading, BoardId const& board);
std::vector<Step> steps_of(db::Reading& reading, Programme const& programme, int version);

/// Starts a programme with the steps of a ready template, as its first draft; `steps` may be empty.
Result<ProgrammeId, TemplateRefusal> start_programme(db::Transaction& tx, base::Actor const& actor,
                                                     ProgrammeDraft const& draft, std::vector<Step> const& steps);
Result<ProgrammeId, TemplateRefusal> describe_programme(db::Transaction& tx, base::Actor const& actor,
                                                        ProgrammeId const& programme, ProgrammeDraft const& draft);

/// Begins a new version as a copy of the newest; what ran on the old one keeps it.
Result<int, TemplateRefusal> begin_version(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme);
Result<int, TemplateRefusal> publish_version(db::Transaction& tx, base::Actor const& actor,
                                             ProgrammeId const& programme);

/// Makes the newest version a draft again, as long as no cohort goes by it. The payload is programme and version.
bool undo_publish_version(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

// Changes to the draft; positions count from 1.
Result<int, TemplateRefusal> add_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                      StepDraft const& draft);
Result<int, TemplateRefusal> change_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                         int position, StepDraft const& draft);
/// Changes places with the step before it.
Result<int, TemplateRefusal> raise_step(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                        int position);
/// Removes a step of the draft; gives the step that undoes it.
Result<std::string, TemplateRefusal> remove_step(db::Transaction& tx, base::Actor const& actor,
                                                 ProgrammeId const& programme, int position);
bool undo_remove_step(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

}  // namespace lenig::programme
