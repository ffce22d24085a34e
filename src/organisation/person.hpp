#pragma once

#include "organisation/organisation.h"

namespace lenig::organisation {

using AppointmentId = base::Id<struct AppointmentTag>;

/// A person as a board knows them.
struct Person {
  BoardId board;
  PersonId id;
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string email;
  std::optional<base::Instant> invited_at;  // by this board

  std::string name() const { return full_name(given_name, prefix, family_name); }
};
BOOST_DESCRIBE_STRUCT(Person, (), (board, id, given_name, prefix, family_name, email, invited_at))

/// An appointment: person + unit + function + FTE + period.
struct Appointment {
  BoardId board;
  AppointmentId id;
  PersonId person;
  UnitId unit;
  std::string unit_name;
  std::string function;
  access::Role role = access::Role::employee;
  double fte = 0;
  base::Date starts_on;
  std::optional<base::Date> ends_on;

  bool runs_on(base::Date day) const { return starts_on <= day && (!ends_on || *ends_on >= day); }
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (board, id, person, unit, unit_name, function, role, fte, starts_on, ends_on))

struct PersonDraft {
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(PersonDraft, (), (given_name, prefix, family_name, email))

struct AppointmentDraft {
  UnitId unit;
  std::string function;
  double fte = 0;
  base::Date starts_on;
  std::optional<base::Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(AppointmentDraft, (), (unit, function, fte, starts_on, ends_on))

enum class PersonRefusal {
  given_name_missing,
  family_name_missing,
  name_too_long,
  email_missing,
  email_wrong,
  email_taken,
  not_found
};
enum class AppointmentRefusal {
  function_missing,
  fte_out_of_range,
  ends_before_start,
  unit_ended,
  not_found,
  already_ended,
  own
};

std::optional<PersonRefusal> refusal(PersonDraft const& draft);
std::optional<AppointmentRefusal> refusal(AppointmentDraft const& draft);

std::optional<Person> find_person(db::Reading& reading, BoardId const& board, PersonId const& person);
std::optional<Appointment> find_appointment(db::Reading& reading, BoardId const& board,
                                            AppointmentId const& appointment);
/// All of a person's appointments at a board, the newest first.
std::vector<Appointment> appointments_of(db::Reading& reading, BoardId const& board, PersonId const& person);
/// The functions that a board knows, by name.
std::vector<std::string> functions_of(db::Reading& reading, BoardId const& board);

/// Adds a person to the board. Somebody who has an account at another board keeps their id, so they sign in once.
Result<PersonId, PersonRefusal> add_person(db::Transaction& tx, base::Actor const& actor, PersonDraft const& draft);
Result<PersonId, PersonRefusal> change_person(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                              PersonDraft const& draft);

Result<AppointmentId, AppointmentRefusal> appoint(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                                  AppointmentDraft const& draft);

struct ChangeDraft {
  std::string function;
  double fte = 0;
  base::Date from;
};
BOOST_DESCRIBE_STRUCT(ChangeDraft, (), (function, fte, from))

/// Somebody who is new to a board, with their first appointment.
struct Newcomer {
  PersonDraft person;
  AppointmentDraft appointment;
};

enum class NewcomerRefusal { person, appointment };

/// Takes on many at once, all of them or none: people whose address nobody has yet, each at a running unit of the
/// board. One line in the audit log says how many. Throws db::Conflict when an address is known already.
Result<std::vector<PersonId>, NewcomerRefusal> take_on(db::Transaction& tx, base::Actor const& actor,
                                                       std::vector<Newcomer> const& newcomers);

/// Another function or FTE from a day on: the appointment ends the day before, and a new one begins.
Result<AppointmentId, AppointmentRefusal> change_appointment(db::Transaction& tx, base::Actor const& actor,
                                                             AppointmentId const& appointment,
                                                             ChangeDraft const& draft);

struct EndDraft {
  base::Date last_day;
};
BOOST_DESCRIBE_STRUCT(EndDraft, (), (last_day))

/// Ends an appointment; gives the step that undoes it.
Result<std::string, AppointmentRefusal> end_appointment(db::Transaction& tx, base::Actor const& actor,
                                                        AppointmentId const& appointment, EndDraft const& draft);
bool undo_end_appointment(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// Takes back a person who was added by mistake, with their first appointment: the payload is both. Not any more when
/// they were appointed elsewhere too, or invited.
bool undo_take_on(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// Takes back an appointment that was added by mistake.
bool undo_appoint(db::Transaction& tx, base::Actor const& actor, std::string const& appointment);

enum class InviteRefusal { not_found, no_email, email_of_another, email_differs, has_account };

/// Opens an account for a person and mails the link by which they choose a password; to somebody who signs in at
/// another board already, that they can come here with the same account. Both look the same to who invites. `address`
/// is where this program is found.
Result<PersonId, InviteRefusal> invite(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                       std::string const& address, i18n::Words const& tr);

/// Notes that the board invited this person.
void note_invitation(db::Transaction& tx, BoardId const& board, PersonId const& person);

}  // namespace lenig::organisation
