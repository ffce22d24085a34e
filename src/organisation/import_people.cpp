#include "organisation/import_people.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "organisation/queries.hpp"
#include "organisation/search.hpp"
#include "platform/access/account.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

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

std::string key_of(PersonId const& person, UnitId const& unit, std::string const& function, base::Date from) {
  return person.text() + "|" + unit.text() + "|" + function + "|" + from.text();
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

template <class Named>
bool is_same(Named const& person, PersonDraft const& draft) {
  return person.given_name == draft.given_name && person.prefix == draft.prefix &&
         person.family_name == draft.family_name;
}

/// What an import changed, so that it can be taken back: kept as the payload of its undo step.
struct Changed {
  boost::json::array people;        // added
  boost::json::array appointments;  // added
  boost::json::array renamed;       // with the name before
  boost::json::array corrected;     // with what stood there before and after

  bool empty() const { return people.empty() && appointments.empty() && renamed.empty() && corrected.empty(); }
  std::string text() const {
    return boost::json::serialize(boost::json::object{
        {"people", people}, {"appointments", appointments}, {"renamed", renamed}, {"corrected", corrected}});
  }
};

std::string text_of(std::optional<base::Date> const& day) { return day ? day->text() : ""; }

/// Goes through the rows, row after row; with a transaction it also does what it finds to be done.
class Importer {
 public:
  Importer(db::Reading& reading, db::Transaction* tx, base::Actor const& actor, ReadRows const& read)
      : reading_(reading), tx_(tx), actor_(actor), headings_(read.headings), rows_(read.rows) {
    imported_.faults = read.faults;
    db::Values const of_board{{"board", actor.board}};
    for (auto& unit : reading.all<NamedUnit>(sql::named_units_of_board, of_board))
      units_[unit.sort_name].push_back(unit.id);
    for (auto& person : reading.all<Person>(sql::people_of_board, of_board))
      people_.emplace(lower(person.email), person);
    for (auto& one : reading.all<Appointment>(sql::appointments_of_board, of_board)) {
      auto key = key_of(one.person, one.unit, one.function, one.starts_on);
      appointments_.emplace(std::move(key), std::move(one));
    }
    for (auto const& [email, person] : people_) colleagues_.insert(person.id);
    holders_ = access::holders_of(reading, new_addresses());
  }

  Imported run(Take take) {
    for (auto& row : rows_) check(row);
    std::ranges::stable_sort(imported_.faults, {}, &ImportFault::line);
    std::set<int> at_fault;
    for (auto const& fault : imported_.faults) at_fault.insert(fault.line);
    if (take == Take::all_or_nothing && !at_fault.empty() && tx_ != nullptr) return std::move(imported_);
    for (auto const& row : rows_) {
      if (!at_fault.contains(row.line)) take_row(row);
    }
    if (tx_ != nullptr && !changed_.empty()) {
      auto const counted = std::to_string(imported_.steps.size());
      audit::record(*tx_, actor_, {.act = "people.imported", .object = actor_.board.text(), .detail = counted});
      imported_.undo = undo::offer(*tx_, actor_, "organisation.import_people", changed_.text());
    }
    return std::move(imported_);
  }

 private:
  void fault(int line, ImportWhy why, std::string given = {}) {
    auto const heading = headings_.find(member_of(why));
    imported_.faults.push_back(
        {line, heading == headings_.end() ? member_of(why) : heading->second, why, std::move(given)});
  }

  std::vector<std::string> new_addresses() const {
    std::set<std::string> addresses;
    for (auto const& row : rows_) {
      auto const email = lower(row.person.email);
      if (!people_.contains(email)) addresses.insert(email);
    }
    return {addresses.begin(), addresses.end()};
  }

  /// Says why a row can't be taken, and gives it its unit.
  void check(ImportRow& row) {
    if (auto const why = refusal(row.person)) fault(row.line, why_of(*why));
    if (auto const why = refusal(row.appointment)) fault(row.line, why_of(*why));
    auto const unit = units_.find(base::folded(row.unit));
    if (unit == units_.end()) {
      fault(row.line, ImportWhy::unit_unknown, row.unit);
    } else if (unit->second.size() > 1) {
      fault(row.line, ImportWhy::unit_ambiguous, row.unit);
    } else {
      row.appointment.unit = unit->second.front();
    }
    compare(row);
    if (is_own_news(row)) fault(row.line, ImportWhy::own);
    if (!people_.contains(lower(row.person.email)) && is_account_of_colleague(row.person.email))
      fault(row.line, ImportWhy::email_taken);
  }

  /// Whether the row says something new of the appointment of who imports it.
  bool is_own_news(ImportRow const& row) const {
    auto const person = people_.find(lower(row.person.email));
    if (actor_.person.empty() || person == people_.end() || person->second.id != actor_.person) return false;
    auto const& draft = row.appointment;
    auto const known = appointments_.find(key_of(actor_.person, draft.unit, draft.function, draft.starts_on));
    return known == appointments_.end() || known->second.fte != draft.fte || known->second.ends_on != draft.ends_on;
  }

  /// Rows that say two things of the same person or appointment would change them again at every import.
  void compare(ImportRow const& row) {
    auto const email = lower(row.person.email);
    auto const [person, is_new] = seen_people_.emplace(email, &row);
    if (!is_new && !is_same(person->second->person, row.person))
      fault(row.line, ImportWhy::name_contradicts, std::to_string(person->second->line));
    auto const& wanted = row.appointment;
    auto const [one, is_first] = seen_appointments_.emplace(
        email + "|" + wanted.unit.text() + "|" + wanted.function + "|" + wanted.starts_on.text(), &row);
    auto const& before = one->second->appointment;
    if (!is_first && (before.fte != wanted.fte || before.ends_on != wanted.ends_on))
      fault(row.line, ImportWhy::appointment_contradicts, std::to_string(one->second->line));
  }

  /// An address that the board doesn't know can still be the account of somebody whom it does.
  bool is_account_of_colleague(std::string const& email) const {
    auto const holder = holders_.find(lower(email));
    return holder != holders_.end() && colleagues_.contains(holder->second);
  }

  void take_row(ImportRow const& row) {
    auto const person = take_person(row);
    take_appointment(row, person);
  }

  void note(ImportRow const& row, ImportAct act) {
    imported_.steps.push_back({.line = row.line,
                               .act = act,
                               .name = full_name(row.person.given_name, row.person.prefix, row.person.family_name),
                               .unit = row.unit,
                               .appointment = row.appointment});
  }

  PersonId take_person(ImportRow const& row) {
    auto const found = people_.find(lower(row.person.email));
    if (found == people_.end()) {
      auto const id = tx_ == nullptr ? PersonId::make() : add_person(*tx_, actor_, row.person).value();
      people_.emplace(lower(row.person.email), known_as(id, row.person));
      changed_.people.emplace_back(id.text());
      note(row, ImportAct::person_added);
      return id;
    }
    auto& person = found->second;
    if (!is_same(person, row.person)) {
      if (tx_ != nullptr) static_cast<void>(change_person(*tx_, actor_, person.id, row.person).value());
      changed_.renamed.push_back(
          {{"id", person.id.text()},
           {"given_name", person.given_name},
           {"prefix", person.prefix},
           {"family_name", person.family_name},
           {"email", person.email},
           {"became", full_name(row.person.given_name, row.person.prefix, row.person.family_name)}});
      person = known_as(person.id, row.person);
      note(row, ImportAct::person_changed);
    }
    return person.id;
  }

  Person known_as(PersonId const& id, PersonDraft const& draft) const {
    return {actor_.board, id, draft.given_name, draft.prefix, draft.family_name, draft.email, std::nullopt};
  }

  void take_appointment(ImportRow const& row, PersonId const& person) {
    auto const& draft = row.appointment;
    auto const key = key_of(person, draft.unit, draft.function, draft.starts_on);
    auto const found = appointments_.find(key);
    if (found == appointments_.end()) {
      auto const id = tx_ == nullptr ? AppointmentId::make() : appoint(*tx_, actor_, person, draft).value();
      appointments_.emplace(key, Appointment{.id = id, .fte = draft.fte, .ends_on = draft.ends_on});
      changed_.appointments.emplace_back(id.text());
      note(row, ImportAct::appointment_added);
      return;
    }
    auto& before = found->second;
    if (before.fte == draft.fte && before.ends_on == draft.ends_on) return;
    if (tx_ != nullptr) {
      tx_->run(sql::correct_appointment,
               {{"board", actor_.board}, {"appointment", before.id}, {"fte", draft.fte}, {"last_day", draft.ends_on}});
    }
    changed_.corrected.push_back({{"id", before.id.text()},
                                  {"person", person.text()},
                                  {"fte", before.fte},
                                  {"until", text_of(before.ends_on)},
                                  {"became_fte", draft.fte},
                                  {"became_until", text_of(draft.ends_on)}});
    bool const ends = !before.ends_on && draft.ends_on;
    before.fte = draft.fte;
    before.ends_on = draft.ends_on;
    note(row, ends ? ImportAct::appointment_ended : ImportAct::appointment_changed);
  }

  db::Reading& reading_;
  db::Transaction* tx_;
  base::Actor const& actor_;
  std::map<std::string, std::string> const& headings_;
  std::vector<ImportRow> rows_;
  std::map<std::string, std::vector<UnitId>> units_;  // by folded name
  std::map<std::string, Person> people_;              // by lower-case e-mail
  std::map<std::string, Appointment> appointments_;   // by `key_of`
  std::map<std::string, PersonId> holders_;           // of accounts, by addresses that the board doesn't know
  std::set<PersonId> colleagues_;
  std::map<std::string, ImportRow const*> seen_people_;
  std::map<std::string, ImportRow const*> seen_appointments_;
  Imported imported_;
  Changed changed_;
};

std::string member(boost::json::value const& one, char const* name) { return std::string(one.at(name).as_string()); }

/// Whether the appointment still is as the import left it, and then is again as it was before.
bool put_back(db::Transaction& tx, base::Actor const& actor, boost::json::value const& one) {
  auto const now = find_appointment(tx, actor.board, AppointmentId(member(one, "id")));
  bool const untouched = now && now->fte == one.at("became_fte").to_number<double>() &&
                         text_of(now->ends_on) == member(one, "became_until");
  if (!untouched) return false;
  tx.run(sql::correct_appointment, {{"board", actor.board},
                                    {"appointment", now->id},
                                    {"fte", one.at("fte").to_number<double>()},
                                    {"last_day", base::Date::parse(member(one, "until"))}});
  return true;
}

bool name_back(db::Transaction& tx, base::Actor const& actor, boost::json::value const& one) {
  PersonId const id(member(one, "id"));
  auto const now = find_person(tx, actor.board, id);
  if (!now || now->name() != member(one, "became")) return false;
  PersonDraft const before{member(one, "given_name"), member(one, "prefix"), member(one, "family_name"), now->email};
  return change_person(tx, actor, id, before).has_value();
}

bool remove_person(db::Transaction& tx, base::Actor const& actor, PersonId const& person) {
  auto const found = find_person(tx, actor.board, person);
  if (!found || found->invited_at || !appointments_of(tx, actor.board, person).empty()) return false;
  tx.run(sql::delete_search_terms, {{"board", actor.board}, {"object", person}});
  tx.run(sql::delete_person, {{"board", actor.board}, {"person", person}});
  return true;
}

}  // namespace

int Imported::count(ImportAct act) const { return static_cast<int>(std::ranges::count(steps, act, &ImportStep::act)); }

Imported plan_import(db::Reading& reading, base::Actor const& actor, ReadRows const& read) {
  return Importer(reading, nullptr, actor, read).run(Take::good_rows);
}

Imported import_people(db::Transaction& tx, base::Actor const& actor, ReadRows const& read, Take take) {
  return Importer(tx, &tx, actor, read).run(take);
}

std::vector<PersonId> people_added_by(std::string const& payload) {
  std::vector<PersonId> people;
  auto const changed = boost::json::parse(payload);
  for (auto const& one : changed.at("people").as_array()) people.emplace_back(std::string(one.as_string()));
  return people;
}

bool undo_import(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const changed = boost::json::parse(payload);
  bool all = true;
  for (auto const& one : changed.at("appointments").as_array())
    all = undo_appoint(tx, actor, std::string(one.as_string())) && all;
  for (auto const& one : changed.at("corrected").as_array()) all = put_back(tx, actor, one) && all;
  for (auto const& one : changed.at("renamed").as_array()) all = name_back(tx, actor, one) && all;
  for (auto const& person : people_added_by(payload)) all = remove_person(tx, actor, person) && all;
  audit::record(tx, actor, {.act = "people.import_undone", .object = actor.board.text()});
  return all;
}

}  // namespace lenig::organisation
