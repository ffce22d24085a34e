#include "organisation/import_stage.hpp"

#include "organisation/queries.hpp"
#include "organisation/search.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

constexpr std::chrono::seconds still{30};

enum class ImportState { staging, shown, taken_back, settling, settled, dropped };
BOOST_DESCRIBE_ENUM(ImportState, staging, shown, taken_back, settling, settled, dropped)

struct Newest {
  long long number = 0;
  ImportState state = ImportState::staging;
  base::Instant beat_at;
};
BOOST_DESCRIBE_STRUCT(Newest, (), (number, state, beat_at))

/// What a new version of a person takes over from the one before.
struct Replaced {
  std::string email;
  base::Instant made_at;
  std::optional<base::Instant> invited_at;
  std::string terms;
};
BOOST_DESCRIBE_STRUCT(Replaced, (), (email, made_at, invited_at, terms))

std::vector<std::string> terms_of(PersonDraft const& draft) {
  return search_terms(draft.given_name, draft.prefix, draft.family_name);
}

boost::json::object row_of(PersonId const& id, PersonDraft const& draft, std::string const& email) {
  return {{"id", id.text()},
          {"given_name", draft.given_name},
          {"prefix", draft.prefix},
          {"family_name", draft.family_name},
          {"email", email},
          {"sort_name", base::folded(draft.family_name + " " + draft.prefix + " " + draft.given_name)},
          {"terms", joined_terms(terms_of(draft))}};
}

boost::json::value text_or_null(auto const& given) {
  return given ? boost::json::value(given->text()) : boost::json::value();
}

}  // namespace

void ImportStage::write(db::Transaction& tx, std::vector<RowChange> const& changes) {
  Rows rows;
  std::map<std::string, PersonId> added;  // of these rows, by address
  for (auto const& change : changes) {
    if (change.adds) added.insert_or_assign(change.address, add(change, rows));
    if (change.renames) rename(tx, change, rows);
    auto const new_here = added.find(change.address);
    auto const person = new_here == added.end() ? change.person.value_or(PersonId()) : new_here->second;
    if (change.appoints) appoint(tx, person, change.row.appointment, rows);
    if (change.corrects) correct(tx, *change.corrects, change.row.appointment);
  }
  write(tx, sql::stage_people, rows.people);
  write(tx, sql::stage_appointments, rows.appointments, {{"now", base::Instant::now()}});
}

void ImportStage::write(db::Transaction& tx, db::Query const& query, boost::json::array const& all, db::Values values) {
  if (all.empty()) return;
  values.insert(values.end(), {{"board", board_}, {"all", boost::json::serialize(all)}, {"import", number_}});
  tx.run(query, values);
}

void ImportStage::add_words(PersonId const& person, std::vector<std::string> const& terms) {
  for (auto const& term : terms) words_.push_back({term, person});
}

void ImportStage::write_words(db::Transaction& tx, std::size_t most) {
  boost::json::array words;
  for (; !words_.empty() && words.size() < most; words_.pop_front())
    organisation::add_words(words, FoundKind::person, words_.front().person.text(), words_.front().term);
  write(tx, sql::stage_search_terms, words);
}

/// Somebody who has an account at another board keeps their id.
PersonId ImportStage::add(RowChange const& change, Rows& rows) {
  auto const id = change.person.value_or(PersonId::make());
  auto const& draft = change.row.person;
  auto row = row_of(id, draft, draft.email);
  row["made_at"] = base::Instant::now().text();
  row["replaces"] = 0;
  rows.people.push_back(std::move(row));
  add_words(id, terms_of(draft));
  return id;
}

void ImportStage::rename(db::Transaction& tx, RowChange const& change, Rows& rows) {
  auto const& id = change.person.value();
  auto const before =
      tx.one<Replaced>(sql::person_to_replace, {{"board", board_}, {"person", id}, {"import", number_}});
  if (!before) return;  // taken out in the meantime
  tx.run(sql::hide_person, {{"board", board_}, {"person", id}, {"import", number_}});
  boost::json::array words;
  organisation::add_words(words, FoundKind::person, id.text(), before->terms);
  tx.run(sql::hide_search_terms, {{"board", board_}, {"words", boost::json::serialize(words)}, {"import", number_}});
  auto row = row_of(id, change.row.person, before->email);
  row["made_at"] = before->made_at.text();
  row["invited_at"] = text_or_null(before->invited_at);
  row["replaces"] = number_;
  rows.people.push_back(std::move(row));
  add_words(id, terms_of(change.row.person));
}

void ImportStage::appoint(db::Transaction& tx, PersonId const& person, AppointmentDraft const& draft, Rows& rows) {
  rows.appointments.push_back({{"id", AppointmentId::make().text()},
                               {"person", person.text()},
                               {"unit", draft.unit.text()},
                               {"function", draft.function},
                               {"role", base::name_of(role_of(tx, draft.function))},
                               {"fte", draft.fte},
                               {"starts_on", draft.starts_on.text()},
                               {"ends_on", text_or_null(draft.ends_on)}});
}

void ImportStage::correct(db::Transaction& tx, AppointmentId const& appointment, AppointmentDraft const& draft) {
  tx.run(sql::replace_appointment, {{"fte", draft.fte},
                                    {"ends_on", draft.ends_on},
                                    {"import", number_},
                                    {"board", board_},
                                    {"appointment", appointment}});
  tx.run(sql::hide_appointment, {{"import", number_}, {"board", board_}, {"appointment", appointment}});
}

access::Role ImportStage::role_of(db::Transaction& tx, std::string const& function) {
  auto const known = roles_.find(function);
  if (known != roles_.end()) return known->second;
  auto const role = tx.one<access::Role>(sql::role_of_function, {{"board", board_}, {"name", function}});
  if (!role) new_functions_.insert(function);
  return roles_.emplace(function, role.value_or(access::Role::employee)).first->second;
}

void ImportStage::show(db::Transaction& tx) {
  for (auto const& function : new_functions_)
    tx.run(sql::insert_function, {{"board", board_}, {"name", function}, {"role", access::Role::employee}});
  tx.run(sql::show_import, {{"board", board_}, {"import", number_}});
  tx.run(sql::set_import_state,
         {{"state", ImportState::shown}, {"board", board_}, {"import", number_}, {"before", ImportState::staging}});
}

std::optional<ImportStage> begin_import(db::Transaction& tx, base::Actor const& actor) {
  auto const now = base::Instant::now();
  auto const newest = tx.one<Newest>(sql::newest_import, {{"board", actor.board}});
  if (newest && newest->state == ImportState::staging && now.plus(-still) < newest->beat_at) return std::nullopt;
  if (newest && newest->state == ImportState::staging) drop_import(tx, actor.board, newest->number);
  auto const number = newest ? newest->number + 1 : 1;
  tx.run(sql::insert_import, {{"board", actor.board}, {"number", number}, {"person", actor.person}, {"now", now}});
  return ImportStage(actor.board, number);
}

bool note_progress(db::Transaction& tx, BoardId const& board, long long number, long long rows) {
  return tx.run(sql::import_beat,
                {{"rows", rows}, {"now", base::Instant::now()}, {"board", board}, {"import", number}}) == 1;
}

void drop_import(db::Transaction& tx, BoardId const& board, long long number) {
  tx.run(sql::set_import_state,
         {{"state", ImportState::taken_back}, {"board", board}, {"import", number}, {"before", ImportState::staging}});
}

}  // namespace lenig::organisation
