#pragma once

#include "programme/meeting.hpp"

namespace lenig::programme {

using AgreementId = base::Id<struct AgreementTag>;

/// What the directors agreed about a programme: who does what by when.
struct Agreement {
  BoardId board;
  AgreementId id;
  ProgrammeId programme;
  std::string what;
  PersonId person;  // who does it
  base::Date due;
  base::Date agreed_on;
  std::optional<base::Date> done_on;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (board, id, programme, what, person, due, agreed_on, done_on))

struct AgreementDraft {
  std::string what;
  PersonId person;
  base::Date due;
};
BOOST_DESCRIBE_STRUCT(AgreementDraft, (), (what, person, due))

enum class AgreementRefusal { not_found, what_missing, too_long, person_unknown, due_passed, done_already };

/// The open ones first, by day.
std::vector<Agreement> agreements_of(db::Reading& reading, Programme const& programme);
std::optional<Agreement> find_agreement(db::Reading& reading, AgreementId const& agreement);

/// Notes an agreement; its owner sits in the talks about the programme.
Result<AgreementId, AgreementRefusal> agree(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            AgreementDraft const& draft);
/// Gives the step that undoes it.
Result<std::string, AgreementRefusal> note_agreement_done(db::Transaction& tx, base::Actor const& actor,
                                                          AgreementId const& agreement);
bool undo_agreement_done(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Makes a programme a standing item of the directors' meeting, or no longer.
void set_standing_item(db::Transaction& tx, base::Actor const& actor, Programme const& programme, bool standing);

/// What was let go of: a talk of the directors that was called off with none held or planned after it, or a standing
/// item without a talk to come. (In Oost-Groningen the item was held once and then dropped; nobody saw it.)
struct Dropped {
  std::optional<Meeting> called_off;  // the last one
  bool none_to_come = false;          // of a standing item
};
Dropped dropped_in(std::vector<Meeting> const& talks, bool standing, base::Date today);

}  // namespace lenig::programme
