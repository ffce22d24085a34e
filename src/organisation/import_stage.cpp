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
};
BOOST_DESCRIBE_STRUCT(Replaced, (), (email, made_at, invited_at))

}  // namespace

void ImportStage::write(db::Transaction& tx, std::vector<RowChange> const& changes) {
  std::map<std::string, PersonId> added;  // of these rows, by address
  for (auto const& change : changes) {
    if (change.adds) added.insert_or_assign(change.address, add(tx, change));
    if (change.renames) rename(tx, change);
    auto const new_here = added.find(change.address);
    auto const person = new_here == added.end() ? change.person.value_or(PersonId()) : new_here->second;
    if (change.appoints) appoint(tx, person, change.row.appointment);
    if (change.corrects) correct(tx, *change.corrects, change.row.appointment);
  }
}

/// Somebody who has an account at another board keeps their id.
PersonId ImportStage::add(db::Transaction& tx, RowChange const& change) {
  auto const id = change.person.value_or(PersonId::make());
  auto const& draft = change.row.person;
  tx.run(sql::stage_person,
         {{"board", board_},
          {"id", id},
          {"given_name", draft.given_name},
          {"prefix", draft.prefix},
          {"family_name", draft.family_name},
          {"email", draft.email},
          {"sort_name", base::folded(draft.family_name + " " + draft.prefix + " " + draft.given_name)},
          {"now", base::Instant::now()},
          {"invited_at", std::optional<base::Instant>()},
          {"import", number_},
          {"replaces", 0LL}});
  write_terms(tx, id, draft);
  return id;
}

void ImportStage::rename(db::Transaction& tx, RowChange const& change) {
  auto const& id = change.person.value();
  auto const before = tx.one<Replaced>(sql::person_to_replace, {{"board", board_}, {"person", id}});
  if (!before) return;  // taken out in the meantime
  auto const& draft = change.row.person;
  tx.run(sql::hide_person, {{"board", board_}, {"person", id}, {"import", number_}});
  tx.run(sql::stage_person,
         {{"board", board_},
          {"id", id},
          {"given_name", draft.given_name},
          {"prefix", draft.prefix},
          {"family_name", draft.family_name},
          {"email", before->email},
          {"sort_name", base::folded(draft.family_name + " " + draft.prefix + " " + draft.given_name)},
          {"now", before->made_at},
          {"invited_at", before->invited_at},
          {"import", number_},
          {"replaces", number_}});
  tx.run(sql::hide_search_terms, {{"board", board_}, {"person", id}, {"import", number_}});
  write_terms(tx, id, draft);
}

void ImportStage::write_terms(db::Transaction& tx, PersonId const& person, PersonDraft const& draft) {
  for (auto const& term : search_terms(draft.given_name, draft.prefix, draft.family_name))
    tx.run(sql::stage_search_term, {{"board", board_}, {"term", term}, {"person", person}, {"import", number_}});
}

void ImportStage::appoint(db::Transaction& tx, PersonId const& person, AppointmentDraft const& draft) {
  tx.run(sql::stage_appointment, {{"board", board_},
                                  {"id", AppointmentId::make()},
                                  {"person", person},
                                  {"unit", draft.unit},
                                  {"function", draft.function},
                                  {"role", role_of(tx, draft.function)},
                                  {"fte", draft.fte},
                                  {"starts_on", draft.starts_on},
                                  {"ends_on", draft.ends_on},
                                  {"now", base::Instant::now()},
                                  {"import", number_}});
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
