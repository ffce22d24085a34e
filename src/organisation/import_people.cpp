#include "organisation/import_people.hpp"

#include <map>

#include "organisation/queries.hpp"
#include "platform/access/account.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

struct NamedUnit {
  UnitId id;
  std::string sort_name;
};
BOOST_DESCRIBE_STRUCT(NamedUnit, (), (id, sort_name))

/// What the board holds before the import, by what a row knows it by.
struct Before {
  std::map<std::string, std::vector<UnitId>> units;  // by folded name
  std::map<std::string, Person> people;              // by lower-case e-mail
  std::map<std::string, Appointment> appointments;   // by `key_of`
};

std::string lower(std::string text) {
  for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string key_of(PersonId const& person, UnitId const& unit, std::string const& function, base::Date from) {
  return person.text() + "|" + unit.text() + "|" + function + "|" + from.text();
}

Before before(db::Transaction& tx, BoardId const& board) {
  Before found;
  db::Values const of_board{{"board", board}};
  for (auto& unit : tx.all<NamedUnit>(sql::named_units_of_board, of_board))
    found.units[unit.sort_name].push_back(unit.id);
  for (auto& person : tx.all<Person>(sql::people_of_board, of_board)) found.people.emplace(lower(person.email), person);
  for (auto& one : tx.all<Appointment>(sql::appointments_of_board, of_board)) {
    auto key = key_of(one.person, one.unit, one.function, one.starts_on);
    found.appointments.emplace(std::move(key), std::move(one));
  }
  return found;
}

std::string words_for(PersonRefusal why) {
  switch (why) {
    case PersonRefusal::given_name_missing: return "voornaam of voorletters ontbreken / given name or initials missing";
    case PersonRefusal::family_name_missing: return "achternaam ontbreekt / family name missing";
    case PersonRefusal::name_too_long: return "naam langer dan 100 tekens / name longer than 100 characters";
    case PersonRefusal::email_missing: return "e-mailadres ontbreekt / e-mail address missing";
    case PersonRefusal::email_wrong: return "geen e-mailadres / not an e-mail address";
    case PersonRefusal::email_taken: return "e-mailadres van iemand anders / e-mail address of somebody else";
    case PersonRefusal::not_found: return "persoon niet gevonden / person not found";
  }
  return {};
}

std::string words_for(AppointmentRefusal why) {
  switch (why) {
    case AppointmentRefusal::function_missing: return "functie ontbreekt / function missing";
    case AppointmentRefusal::fte_out_of_range: return "fte tussen 0 en 1,5 / FTE between 0 and 1.5";
    case AppointmentRefusal::ends_before_start: return "einde ligt voor het begin / ends before it starts";
    case AppointmentRefusal::unit_ended: return "eenheid bestaat niet meer / unit has ended";
    case AppointmentRefusal::not_found: return "niet gevonden / not found";
    case AppointmentRefusal::already_ended: return "al beëindigd / already ended";
    case AppointmentRefusal::own: return "eigen aanstelling / own appointment";
  }
  return {};
}

std::string column_of(PersonRefusal why) {
  switch (why) {
    case PersonRefusal::given_name_missing: return "given_name";
    case PersonRefusal::family_name_missing:
    case PersonRefusal::name_too_long: return "family_name";
    case PersonRefusal::email_missing:
    case PersonRefusal::email_wrong:
    case PersonRefusal::email_taken:
    case PersonRefusal::not_found: return "email";
  }
  return {};
}

std::string column_of(AppointmentRefusal why) {
  switch (why) {
    case AppointmentRefusal::function_missing: return "function";
    case AppointmentRefusal::fte_out_of_range: return "fte";
    case AppointmentRefusal::unit_ended: return "unit";
    case AppointmentRefusal::ends_before_start:
    case AppointmentRefusal::not_found:
    case AppointmentRefusal::already_ended:
    case AppointmentRefusal::own: return "until";
  }
  return {};
}

void place(ImportRow& row, Before const& known, std::vector<ImportFault>& faults) {
  auto const unit = known.units.find(base::folded(row.unit));
  if (unit == known.units.end()) {
    faults.push_back(
        {row.line, "unit", "onbekende eenheid '" + row.unit + "': voeg haar eerst toe / unknown unit: add it first"});
  } else if (unit->second.size() > 1) {
    faults.push_back(
        {row.line, "unit", "meer dan één eenheid heet '" + row.unit + "' / more than one unit has this name"});
  } else {
    row.appointment.unit = unit->second.front();
  }
}

template <class Named>
bool is_same(Named const& person, PersonDraft const& draft) {
  return person.given_name == draft.given_name && person.prefix == draft.prefix &&
         person.family_name == draft.family_name;
}

/// The rows seen before, by what they are known by.
struct Seen {
  std::map<std::string, ImportRow const*> people;
  std::map<std::string, ImportRow const*> appointments;
};

/// Rows that say two things of the same person or appointment would change them again at every import.
void compare(ImportRow const& row, Seen& seen, std::vector<ImportFault>& faults) {
  auto const email = lower(row.person.email);
  auto const [person, is_new] = seen.people.emplace(email, &row);
  if (!is_new && !is_same(person->second->person, row.person)) {
    auto const line = std::to_string(person->second->line);
    faults.push_back(
        {row.line, "family_name", "een andere naam dan op regel " + line + " / another name than on line " + line});
  }
  auto const& wanted = row.appointment;
  auto const [one, is_first] = seen.appointments.emplace(
      email + "|" + wanted.unit.text() + "|" + wanted.function + "|" + wanted.starts_on.text(), &row);
  auto const& before = one->second->appointment;
  if (!is_first && (before.fte != wanted.fte || before.ends_on != wanted.ends_on)) {
    auto const line = std::to_string(one->second->line);
    faults.push_back(
        {row.line, "fte", "zegt iets anders over de aanstelling op regel " + line + " / contradicts line " + line});
  }
}

/// An address that the board doesn't know can still be the account of somebody whom it does.
bool is_account_of_colleague(db::Reading& reading, BoardId const& board, std::string const& email) {
  auto const account = access::account_by_email(reading, email);
  return account && find_person(reading, board, account->person);
}

/// Gives each row its unit; says which rows can't be taken.
std::vector<ImportFault> place_rows(db::Reading& reading, BoardId const& board, std::vector<ImportRow>& rows,
                                    Before const& known) {
  std::vector<ImportFault> faults;
  Seen seen;
  for (auto& row : rows) {
    if (auto const why = refusal(row.person)) faults.push_back({row.line, column_of(*why), words_for(*why)});
    if (auto const why = refusal(row.appointment)) faults.push_back({row.line, column_of(*why), words_for(*why)});
    place(row, known, faults);
    compare(row, seen, faults);
    if (!known.people.contains(lower(row.person.email)) && is_account_of_colleague(reading, board, row.person.email)) {
      faults.push_back({row.line, "email", words_for(PersonRefusal::email_taken)});
    }
  }
  return faults;
}

PersonId take_person(db::Transaction& tx, base::Actor const& actor, ImportRow const& row, Before& known,
                     Imported& imported) {
  auto const found = known.people.find(lower(row.person.email));
  if (found == known.people.end()) {
    auto const id = add_person(tx, actor, row.person).value();
    known.people.emplace(lower(row.person.email), Person{actor.board, id, row.person.given_name, row.person.prefix,
                                                         row.person.family_name, row.person.email});
    ++imported.people_added;
    return id;
  }
  auto& person = found->second;
  if (!is_same(person, row.person)) {
    static_cast<void>(change_person(tx, actor, person.id, row.person).value());
    person = {actor.board,     person.id, row.person.given_name, row.person.prefix, row.person.family_name,
              row.person.email};
    ++imported.people_changed;
  }
  return person.id;
}

void take_appointment(db::Transaction& tx, base::Actor const& actor, PersonId const& person,
                      AppointmentDraft const& draft, Before& known, Imported& imported) {
  auto const key = key_of(person, draft.unit, draft.function, draft.starts_on);
  auto const found = known.appointments.find(key);
  if (found == known.appointments.end()) {
    auto const id = appoint(tx, actor, person, draft).value();
    known.appointments.emplace(key, Appointment{.id = id, .fte = draft.fte, .ends_on = draft.ends_on});
    ++imported.appointments_added;
  } else if (found->second.fte != draft.fte || found->second.ends_on != draft.ends_on) {
    tx.run(
        sql::correct_appointment,
        {{"board", actor.board}, {"appointment", found->second.id}, {"fte", draft.fte}, {"last_day", draft.ends_on}});
    found->second.fte = draft.fte;
    found->second.ends_on = draft.ends_on;
    ++imported.appointments_changed;
  }
}

}  // namespace

Imported import_people(db::Transaction& tx, base::Actor const& actor, ReadRows const& read) {
  auto known = before(tx, actor.board);
  auto rows = read.rows;
  Imported imported{.faults = read.faults};
  auto const misplaced = read.faults.empty() ? place_rows(tx, actor.board, rows, known) : std::vector<ImportFault>();
  imported.faults.insert(imported.faults.end(), misplaced.begin(), misplaced.end());
  if (!imported.faults.empty()) return imported;
  for (auto const& row : rows) {
    auto const person = take_person(tx, actor, row, known, imported);
    take_appointment(tx, actor, person, row.appointment, known, imported);
  }
  return imported;
}

}  // namespace lenig::organisation
