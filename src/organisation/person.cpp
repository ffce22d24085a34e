#include "organisation/person.hpp"

#include <map>

#include "organisation/queries.hpp"
#include "organisation/search.hpp"
#include "platform/access/account.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t longest_name = 100;
constexpr double most_fte = 1.5;

std::string sort_name_of(PersonDraft const& draft) {
  return base::folded(draft.family_name + " " + draft.prefix + " " + draft.given_name);
}

std::vector<std::string> terms_of(PersonDraft const& draft) {
  return search_terms(draft.given_name, draft.prefix, draft.family_name);
}

db::Values row_of(BoardId const& board, PersonId const& person, PersonDraft const& draft) {
  return {{"board", board},
          {"id", person},
          {"given_name", draft.given_name},
          {"prefix", draft.prefix},
          {"family_name", draft.family_name},
          {"email", draft.email},
          {"sort_name", sort_name_of(draft)},
          {"terms", joined_terms(terms_of(draft))}};
}

void insert_person(db::Transaction& tx, BoardId const& board, PersonId const& person, PersonDraft const& draft) {
  auto values = row_of(board, person, draft);
  values.emplace_back("now", base::Instant::now());
  tx.run(sql::insert_person, values);
  index_words(tx, board, FoundKind::person, person.text(), terms_of(draft));
}

bool is_taken(db::Reading& reading, BoardId const& board, std::string const& email, PersonId const& but) {
  auto const holder = reading.one<PersonId>(sql::person_by_email, {{"board", board}, {"email", email}});
  return holder && *holder != but;
}

access::Role role_of(db::Transaction& tx, BoardId const& board, std::string const& function) {
  if (auto const known = tx.one<access::Role>(sql::role_of_function, {{"board", board}, {"name", function}}))
    return *known;
  tx.run(sql::insert_function, {{"board", board}, {"name", function}, {"role", access::Role::employee}});
  return access::Role::employee;
}

AppointmentId insert(db::Transaction& tx, BoardId const& board, PersonId const& person, AppointmentDraft const& draft,
                     access::Role role) {
  auto const id = AppointmentId::make();
  tx.run(sql::insert_appointment, {{"board", board},
                                   {"id", id},
                                   {"person", person},
                                   {"unit", draft.unit},
                                   {"function", draft.function},
                                   {"role", role},
                                   {"fte", draft.fte},
                                   {"starts_on", draft.starts_on},
                                   {"ends_on", draft.ends_on},
                                   {"now", base::Instant::now()}});
  return id;
}

std::string welcome(Person const& invited, std::string const& link, i18n::Words const& tr) {
  return tr(
      "Beste {},\n\nU bent uitgenodigd voor Lenig. Kies een wachtwoord via deze link; hij werkt "
      "één keer, twee weken lang:\n\n{}\n\nVerwachtte u dit niet? Dan hoeft u niets te doen.\n",
      invited.name(), link);
}

std::string welcome_back(Person const& invited, std::string const& address, i18n::Words const& tr) {
  return tr(
      "Beste {},\n\nU bent door nog een bestuur uitgenodigd voor Lenig. U meldt zich aan zoals u gewend bent, en "
      "kiest boven aan de pagina voor welk bestuur u werkt:\n\n{}\n\nWerkt u niet voor dat bestuur? Laat het dan "
      "daar weten.\n",
      invited.name(), address);
}

}  // namespace

std::string full_name(std::string const& given_name, std::string const& prefix, std::string const& family_name) {
  return given_name + (prefix.empty() ? "" : " " + prefix) + " " + family_name;
}

std::string PersonSummary::name() const { return full_name(given_name, prefix, family_name); }

std::optional<PersonRefusal> refusal(PersonDraft const& draft) {
  if (draft.given_name.empty()) return PersonRefusal::given_name_missing;
  if (draft.family_name.empty()) return PersonRefusal::family_name_missing;
  for (auto const* name : {&draft.given_name, &draft.prefix, &draft.family_name}) {
    if (base::length(*name) > longest_name) return PersonRefusal::name_too_long;
  }
  if (draft.email.empty()) return PersonRefusal::email_missing;
  if (!access::is_email(draft.email)) return PersonRefusal::email_wrong;
  return std::nullopt;
}

std::optional<AppointmentRefusal> refusal(AppointmentDraft const& draft) {
  if (draft.function.empty() || base::length(draft.function) > longest_name)
    return AppointmentRefusal::function_missing;
  if (!(draft.fte >= 0) || draft.fte > most_fte) return AppointmentRefusal::fte_out_of_range;
  if (draft.ends_on && *draft.ends_on < draft.starts_on) return AppointmentRefusal::ends_before_start;
  return std::nullopt;
}

std::optional<Person> find_person(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.one<Person>(sql::person_by_id, {{"board", board}, {"person", person}});
}

std::optional<Appointment> find_appointment(db::Reading& reading, BoardId const& board,
                                            AppointmentId const& appointment) {
  return reading.one<Appointment>(sql::appointment_by_id, {{"board", board}, {"appointment", appointment}});
}

std::vector<Appointment> appointments_of(db::Reading& reading, BoardId const& board, PersonId const& person) {
  return reading.all<Appointment>(sql::appointments_of_person, {{"board", board}, {"person", person}});
}

std::vector<std::string> functions_of(db::Reading& reading, BoardId const& board) {
  return reading.all<std::string>(sql::functions_of_board, {{"board", board}});
}

Result<PersonId, PersonRefusal> add_person(db::Transaction& tx, base::Actor const& actor, PersonDraft const& draft) {
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  if (is_taken(tx, actor.board, draft.email, {})) return std::unexpected(PersonRefusal::email_taken);
  auto const account = access::account_by_email(tx, draft.email);
  if (account && find_person(tx, actor.board, account->person)) return std::unexpected(PersonRefusal::email_taken);
  auto const person = account ? account->person : PersonId::make();
  insert_person(tx, actor.board, person, draft);
  audit::record(tx, actor, {.act = "person.added", .object = person.text(), .subject = person});
  return person;
}

Result<PersonId, PersonRefusal> change_person(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                              PersonDraft const& draft) {
  if (!find_person(tx, actor.board, person)) return std::unexpected(PersonRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  if (is_taken(tx, actor.board, draft.email, person)) return std::unexpected(PersonRefusal::email_taken);
  forget_words(tx, actor.board, FoundKind::person, person.text());
  tx.run(sql::update_person, row_of(actor.board, person, draft));
  index_words(tx, actor.board, FoundKind::person, person.text(), terms_of(draft));
  audit::record(tx, actor, {.act = "person.changed", .object = person.text(), .subject = person});
  return person;
}

Result<AppointmentId, AppointmentRefusal> appoint(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                                  AppointmentDraft const& draft) {
  if (person == actor.person) return std::unexpected(AppointmentRefusal::own);
  if (!find_person(tx, actor.board, person)) return std::unexpected(AppointmentRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const place = tx.one<BoardId>(sql::board_of_running_unit, {{"unit", draft.unit}});
  if (!place || *place != actor.board) return std::unexpected(AppointmentRefusal::unit_ended);
  auto const id = insert(tx, actor.board, person, draft, role_of(tx, actor.board, draft.function));
  tx.run(sql::touch_person, {{"board", actor.board}, {"person", person}});
  audit::record(tx, actor, {.act = "appointment.added", .object = id.text(), .subject = person});
  return id;
}

Result<AppointmentId, AppointmentRefusal> change_appointment(db::Transaction& tx, base::Actor const& actor,
                                                             AppointmentId const& appointment,
                                                             ChangeDraft const& draft) {
  auto const before = find_appointment(tx, actor.board, appointment);
  if (!before) return std::unexpected(AppointmentRefusal::not_found);
  if (before->person == actor.person) return std::unexpected(AppointmentRefusal::own);
  if (before->ends_on && *before->ends_on < draft.from) return std::unexpected(AppointmentRefusal::already_ended);
  if (draft.from <= before->starts_on) return std::unexpected(AppointmentRefusal::ends_before_start);
  AppointmentDraft const next{before->unit, draft.function, draft.fte, draft.from, before->ends_on};
  if (auto const why = refusal(next)) return std::unexpected(*why);
  tx.run(sql::end_appointment,
         {{"board", actor.board}, {"appointment", appointment}, {"last_day", draft.from.plus_days(-1)}});
  auto const id = insert(tx, actor.board, before->person, next, role_of(tx, actor.board, next.function));
  audit::record(tx, actor, {.act = "appointment.changed", .object = id.text(), .subject = before->person});
  return id;
}

Result<std::string, AppointmentRefusal> end_appointment(db::Transaction& tx, base::Actor const& actor,
                                                        AppointmentId const& appointment, EndDraft const& draft) {
  auto const before = find_appointment(tx, actor.board, appointment);
  if (!before) return std::unexpected(AppointmentRefusal::not_found);
  if (before->ends_on && *before->ends_on <= draft.last_day) return std::unexpected(AppointmentRefusal::already_ended);
  if (draft.last_day < before->starts_on) return std::unexpected(AppointmentRefusal::ends_before_start);
  tx.run(sql::end_appointment, {{"board", actor.board}, {"appointment", appointment}, {"last_day", draft.last_day}});
  audit::record(tx, actor, {.act = "appointment.ended", .object = appointment.text(), .subject = before->person});
  auto const ended_before = before->ends_on ? before->ends_on->text() : "";
  return undo::offer(tx, actor, "organisation.end_appointment",
                     appointment.text() + " " + ended_before + " " + draft.last_day.text());
}

bool undo_end_appointment(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  // Only while it still ends as the act wrote it: what changed since stays.
  auto const restored = tx.run(sql::restore_end, {{"board", actor.board},
                                                  {"appointment", parts.at(0)},
                                                  {"last_day", base::Date::parse(parts.at(1))},
                                                  {"written", parts.at(2)}});
  if (restored == 0) return false;
  audit::record(tx, actor, {.act = "appointment.end_undone", .object = parts.at(0)});
  return true;
}

bool undo_appoint(db::Transaction& tx, base::Actor const& actor, std::string const& appointment) {
  if (tx.run(sql::delete_appointment, {{"board", actor.board}, {"appointment", appointment}}) == 0) return false;
  audit::record(tx, actor, {.act = "appointment.add_undone", .object = appointment});
  return true;
}

Result<std::vector<PersonId>, NewcomerRefusal> take_on(db::Transaction& tx, base::Actor const& actor,
                                                       std::vector<Newcomer> const& newcomers) {
  std::map<std::string, access::Role> roles;
  std::vector<PersonId> people;
  people.reserve(newcomers.size());
  for (auto const& [person, appointment] : newcomers) {
    if (refusal(person)) return std::unexpected(NewcomerRefusal::person);
    if (refusal(appointment)) return std::unexpected(NewcomerRefusal::appointment);
    auto const [role, fresh] = roles.try_emplace(appointment.function);
    if (fresh) role->second = role_of(tx, actor.board, appointment.function);
    auto const& id = people.emplace_back(PersonId::make());
    insert_person(tx, actor.board, id, person);
    insert(tx, actor.board, id, appointment, role->second);
  }
  audit::record(tx, actor,
                {.act = "people.taken_on", .object = actor.board.text(), .detail = std::to_string(people.size())});
  return people;
}

bool undo_take_on(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const ids = base::split(payload, ' ');
  PersonId const person(ids.at(0));
  auto const appointments = appointments_of(tx, actor.board, person);
  bool const untouched =
      appointments.size() == 1 && appointments.front().id.text() == ids.at(1) &&
      tx.one<int>(sql::appointments_in_any_version, {{"board", actor.board}, {"person", person}}) == 1;
  auto const found = find_person(tx, actor.board, person);
  if (!untouched || !found || found->invited_at) return false;
  tx.run(sql::delete_appointment, {{"board", actor.board}, {"appointment", ids.at(1)}});
  forget_words(tx, actor.board, FoundKind::person, person.text());
  tx.run(sql::delete_person, {{"board", actor.board}, {"person", person}});
  audit::record(tx, actor, {.act = "person.add_undone", .object = person.text(), .subject = person});
  return true;
}

void note_invitation(db::Transaction& tx, BoardId const& board, PersonId const& person) {
  tx.run(sql::note_invitation, {{"board", board}, {"person", person}, {"now", base::Instant::now()}});
}

Result<PersonId, InviteRefusal> invite(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                                       std::string const& address, i18n::Words const& tr) {
  auto const invited = find_person(tx, actor.board, person);
  if (!invited) return std::unexpected(InviteRefusal::not_found);
  if (!access::is_email(invited->email)) return std::unexpected(InviteRefusal::no_email);
  auto const now = base::Instant::now();
  auto const account = access::account_of(tx, person);
  auto const holder = access::account_by_email(tx, invited->email);
  // The account may have been opened by another board: its mail goes to its own address only.
  if (account && (!holder || holder->person != person)) return std::unexpected(InviteRefusal::email_differs);
  if (!account && holder) return std::unexpected(InviteRefusal::email_of_another);
  bool const signs_in = account && !account->password_hash.empty();
  if (signs_in && invited->invited_at) return std::unexpected(InviteRefusal::has_account);
  if (!account) access::open_account(tx, person, invited->email, now);
  note_invitation(tx, actor.board, person);
  mail::queue(tx, {.to = invited->email,
                   .subject = tr("Uw uitnodiging voor Lenig"),
                   .text = signs_in ? welcome_back(*invited, address, tr)
                                    : welcome(*invited,
                                              address + "/welkom/" +
                                                  access::make_ticket(tx, person, access::TicketKind::invitation, now),
                                              tr)});
  audit::record(tx, actor, {.act = "person.invited", .object = person.text(), .subject = person});
  return person;
}

}  // namespace lenig::organisation
