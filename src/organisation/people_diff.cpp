#include "organisation/people_diff.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>
#include <utility>

#include "organisation/queries.hpp"
#include "platform/access/account.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::organisation {

namespace {

struct NamedUnit {
  UnitId id;
  std::string sort_name;
};
BOOST_DESCRIBE_STRUCT(NamedUnit, (), (id, sort_name))

std::string lower(std::string text) {
  for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string text_of(std::optional<base::Date> const& day) { return day ? day->text() : ""; }

std::string key_of(std::string const& whose, AppointmentDraft const& draft) {
  return whose + "|" + draft.unit.text() + "|" + draft.function + "|" + draft.starts_on.text();
}

/// The first 128 bits of SHA-256: two of a million people share them once in 10²⁶ files.
std::array<unsigned char, 16> hash_of(std::string const& text) {
  auto const hex = base::sha256_hex(text);
  std::array<unsigned char, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, bytes[i], 16);
  return bytes;
}

std::string as_json(std::set<std::string> const& texts) {
  boost::json::array all;
  for (auto const& text : texts) all.emplace_back(text);
  return boost::json::serialize(all);
}

ImportWhy why_of(PersonRefusal why) {
  switch (why) {
    case PersonRefusal::given_name_missing: return ImportWhy::given_name_missing;
    case PersonRefusal::family_name_missing: return ImportWhy::family_name_missing;
    case PersonRefusal::name_too_long: return ImportWhy::name_too_long;
    case PersonRefusal::email_missing: return ImportWhy::email_missing;
    case PersonRefusal::email_wrong: return ImportWhy::email_wrong;
    case PersonRefusal::email_taken:
    case PersonRefusal::not_found: return ImportWhy::email_taken;
  }
  return {};
}

ImportWhy why_of(AppointmentRefusal why) {
  switch (why) {
    case AppointmentRefusal::function_missing: return ImportWhy::function_missing;
    case AppointmentRefusal::fte_out_of_range: return ImportWhy::fte_out_of_range;
    case AppointmentRefusal::unit_ended: return ImportWhy::unit_unknown;
    case AppointmentRefusal::ends_before_start:
    case AppointmentRefusal::not_found:
    case AppointmentRefusal::already_ended:
    case AppointmentRefusal::own: return ImportWhy::ends_before_start;
  }
  return {};
}

char const* member_of(ImportWhy why) {
  switch (why) {
    case ImportWhy::given_name_missing: return "given_name";
    case ImportWhy::family_name_missing:
    case ImportWhy::name_too_long:
    case ImportWhy::name_contradicts: return "family_name";
    case ImportWhy::email_missing:
    case ImportWhy::email_wrong:
    case ImportWhy::email_taken: return "email";
    case ImportWhy::function_missing: return "function";
    case ImportWhy::fte_out_of_range:
    case ImportWhy::appointment_contradicts: return "fte";
    case ImportWhy::ends_before_start: return "until";
    case ImportWhy::own: return "function";
    case ImportWhy::unit_unknown:
    case ImportWhy::unit_ambiguous: return "unit";
    case ImportWhy::file_empty:
    case ImportWhy::column_missing:
    case ImportWhy::values_missing:
    case ImportWhy::value_missing:
    case ImportWhy::not_text:
    case ImportWhy::not_a_number:
    case ImportWhy::not_a_date:
    case ImportWhy::number_missing:
    case ImportWhy::number_unknown:
    case ImportWhy::code_wrong:
    case ImportWhy::school_contradicts: return "";
  }
  return "";
}

bool is_same(KnownPerson const& person, PersonDraft const& draft) {
  return person.given_name == draft.given_name && person.prefix == draft.prefix &&
         person.family_name == draft.family_name;
}

}  // namespace

std::size_t PeopleDiff::HashOfHash::operator()(Hash const& hash) const {
  std::size_t first = 0;
  std::memcpy(&first, hash.data(), sizeof first);
  return first;
}

PeopleDiff::PeopleDiff(db::Reading& reading, base::Actor actor, std::optional<long long> import)
    : actor_(std::move(actor)), import_(import) {
  for (auto& unit : reading.all<NamedUnit>(sql::named_units_of_board, {{"board", actor_.board}}))
    units_[unit.sort_name].push_back(unit.id);
}

Differences PeopleDiff::of(db::Reading& reading, ReadRows read) {
  headings_ = read.headings;
  Differences found{.faults = std::move(read.faults)};
  for (auto& row : read.rows) {
    auto const unit = units_.find(base::folded(row.unit));
    if (unit != units_.end()) row.appointment.unit = unit->second.front();
  }
  auto const known = known_of(reading, read.rows);
  for (auto& row : read.rows) {
    auto const before = found.faults.size();
    check(row, known, found.faults);
    if (found.faults.size() != before) continue;
    auto change = change_of(row, known);
    if (change.adds || change.renames || change.appointment) found.changes.push_back(std::move(change));
  }
  std::ranges::stable_sort(found.faults, {}, &ImportFault::line);
  return found;
}

PeopleDiff::Known PeopleDiff::known_of(db::Reading& reading, std::vector<ImportRow> const& rows) const {
  Known known;
  std::set<std::string> emails;
  for (auto const& row : rows) emails.insert(lower(row.person.email));
  // In order: what this import has written stands after what it replaces.
  for (auto& person : reading.all<KnownPerson>(
           sql::import_people_known,
           {{"board", actor_.board}, {"emails", as_json(emails)}, {"import", import_.value_or(-1)}})) {
    auto email = person.email;
    known.people.insert_or_assign(std::move(email), std::move(person));
  }
  std::vector<PersonId> ids;
  ids.reserve(known.people.size());
  for (auto const& [email, person] : known.people) {
    emails.erase(email);
    ids.push_back(person.id);
  }
  for (auto& one : reading.all<KnownAppointment>(sql::import_appointments_known,
                                                 {{"board", actor_.board}, {"people", db::as_json(ids)}})) {
    AppointmentDraft const draft{one.unit, one.function, one.fte, one.starts_on, one.ends_on};
    auto key = key_of(one.person.text(), draft);
    known.appointments.emplace(std::move(key), std::move(one));
  }
  known.accounts = access::holders_of(reading, {emails.begin(), emails.end()});
  std::vector<PersonId> holders;
  holders.reserve(known.accounts.size());
  for (auto const& [address, holder] : known.accounts) holders.push_back(holder);
  for (auto const& colleague : people_by_ids(reading, {actor_.board}, holders))
    known.colleagues.push_back(colleague.id);
  return known;
}

/// Says why a row can't be taken.
void PeopleDiff::check(ImportRow& row, Known const& known, std::vector<ImportFault>& faults) {
  if (auto const why = refusal(row.person)) fault(faults, row.line, why_of(*why));
  if (auto const why = refusal(row.appointment)) fault(faults, row.line, why_of(*why));
  auto const unit = units_.find(base::folded(row.unit));
  if (unit == units_.end()) {
    fault(faults, row.line, ImportWhy::unit_unknown, row.unit);
  } else if (unit->second.size() > 1) {
    fault(faults, row.line, ImportWhy::unit_ambiguous, row.unit);
  }
  compare(row, faults);
  if (is_own_news(row, known)) fault(faults, row.line, ImportWhy::own);
  // An address that the board doesn't know can still be the account of somebody whom it does.
  auto const email = lower(row.person.email);
  auto const holder = known.accounts.find(email);
  bool const of_colleague =
      holder != known.accounts.end() && std::ranges::find(known.colleagues, holder->second) != known.colleagues.end();
  if (!known.people.contains(email) && of_colleague) fault(faults, row.line, ImportWhy::email_taken);
}

/// Rows that say two things of the same person or appointment would change them again at every import.
void PeopleDiff::compare(ImportRow const& row, std::vector<ImportFault>& faults) {
  auto const email = lower(row.person.email);
  auto const name = hash_of(row.person.given_name + "|" + row.person.prefix + "|" + row.person.family_name);
  auto const [person, is_new] = people_.note(hash_of(email), {name, row.line});
  if (!is_new && person->said != name)
    fault(faults, row.line, ImportWhy::name_contradicts, std::to_string(person->line));
  auto const said = hash_of(std::to_string(row.appointment.fte) + "|" + text_of(row.appointment.ends_on));
  auto const [one, is_first] = appointments_.note(hash_of(key_of(email, row.appointment)), {said, row.line});
  if (!is_first && one->said != said)
    fault(faults, row.line, ImportWhy::appointment_contradicts, std::to_string(one->line));
}

/// Whether the row says something new of the appointment of who imports it.
bool PeopleDiff::is_own_news(ImportRow const& row, Known const& known) const {
  auto const person = known.people.find(lower(row.person.email));
  if (actor_.person.empty() || person == known.people.end() || person->second.id != actor_.person) return false;
  auto const one = known.appointments.find(key_of(actor_.person.text(), row.appointment));
  return one == known.appointments.end() || one->second.fte != row.appointment.fte ||
         one->second.ends_on != row.appointment.ends_on;
}

RowChange PeopleDiff::change_of(ImportRow const& row, Known const& known) {
  auto const email = lower(row.person.email);
  RowChange change{.row = row, .address = email};
  auto const person = known.people.find(email);
  auto& seen = people_.at(hash_of(email));
  bool const is_first = !std::exchange(seen.taken, true);
  if (person != known.people.end()) {
    change.person = person->second.id;
    change.renames = is_first && !is_same(person->second, row.person);
  } else {
    auto const holder = known.accounts.find(email);
    if (holder != known.accounts.end()) change.person = holder->second;
    change.adds = is_first;
  }
  compare_appointment(change, known);
  return change;
}

void PeopleDiff::compare_appointment(RowChange& change, Known const& known) {
  auto const& draft = change.row.appointment;
  auto& seen = appointments_.at(hash_of(key_of(change.address, draft)));
  if (std::exchange(seen.taken, true)) return;
  auto const one =
      change.person ? known.appointments.find(key_of(change.person->text(), draft)) : known.appointments.end();
  if (one == known.appointments.end()) {
    change.appoints = true;
    change.appointment = ImportAct::appointment_added;
    return;
  }
  auto const& before = one->second;
  if (before.fte == draft.fte && before.ends_on == draft.ends_on) return;
  change.corrects = before.id;
  change.appointment = !before.ends_on && draft.ends_on ? ImportAct::appointment_ended : ImportAct::appointment_changed;
}

void PeopleDiff::fault(std::vector<ImportFault>& faults, int line, ImportWhy why, std::string given) const {
  auto const heading = headings_.find(member_of(why));
  faults.push_back({line, heading == headings_.end() ? member_of(why) : heading->second, why, std::move(given)});
}

}  // namespace lenig::organisation
