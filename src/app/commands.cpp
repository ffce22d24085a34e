#include "app/commands.hpp"

#include <iostream>

#include "app/modules.hpp"
#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "platform/access/account.hpp"
#include "platform/access/relation.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

base::Actor actor_of(Settings const& settings, char const* command, base::BoardId board = {}) {
  auto const calendar = settings.today ? base::Calendar(*settings.today) : base::Calendar();
  return {.board = std::move(board), .request = command, .today = calendar.today()};
}

}  // namespace

int migrate_database(Settings const& settings) {
  auto const migrated = db::migrate(settings.place, all_migrations());
  for (auto const& name : migrated.applied) std::cout << "applied " << name << '\n';
  std::cout << migrated.applied.size() << " applied, " << migrated.known << " known\n";
  return done;
}

int back_up_to(Settings const& settings, std::string const& file) {
  auto const made = db::back_up(settings.place, file);
  std::cout << made.rows << " rows, every hash checked: " << made.hash << '\n';
  return done;
}

int restore_from(Settings const& settings, std::string const& file) {
  try {
    auto const restored = db::restore(settings.place, file, all_migrations());
    std::cout << restored.rows << " rows, every hash checked: " << restored.hash << '\n';
    return done;
  } catch (db::BadBackup const& fault) {
    std::cerr << fault.what() << '\n';
    return bad_input;
  }
}

int print_access() {
  std::cout << "matter\taction\tallowed\twhy\n";
  for (auto const& rule : access::table()) {
    std::cout << base::name_of(rule.matter) << '\t' << base::name_of(rule.action) << '\t';
    char const* separator = "";
    base::each_enumerator<access::Relation>([&](access::Relation relation) {
      if (!rule.allowed.has(relation)) return;
      std::cout << separator << base::name_of(relation);
      separator = ",";
    });
    std::cout << '\t' << rule.why << '\n';
  }
  return done;
}

int found_board_for(Settings const& settings, FoundBoard const& what) {
  db::migrate(settings.place, all_migrations());
  db::Database database(settings.place);
  if (!access::is_email(what.email)) {
    std::cerr << "--for: geen e-mailadres / not an e-mail address\n";
    return bad_input;
  }
  if (database.read(db::every_board,
                    [&](db::Reading& reading) { return organisation::board_by_name(reading, what.name); })) {
    std::cerr << "er is al een bestuur met deze naam / there is a board of this name already\n";
    return refused;
  }
  auto const address =
      settings.address.empty() ? "http://127.0.0.1:" + std::to_string(settings.listen.port) : settings.address;
  auto const link = database.write(db::every_board, [&](db::Transaction& tx) {
    auto actor = actor_of(settings, "board");
    actor.board = organisation::found_board(tx, actor, what.name);
    auto const person =
        organisation::add_person(tx, actor, {what.given_name, what.prefix, what.family_name, what.email}).value();
    static_cast<void>(
        organisation::appoint(
            tx, actor, person,
            {.unit = organisation::UnitId(actor.board.text()), .function = "HR-adviseur", .starts_on = actor.today})
            .value());
    organisation::note_invitation(tx, actor.board, person);
    if (!access::account_of(tx, person)) access::open_account(tx, person, what.email, base::Instant::now());
    return address + "/welkom/" + access::make_ticket(tx, person, access::TicketKind::invitation, base::Instant::now());
  });
  std::cout << link << '\n';
  return done;
}

}  // namespace lenig::app
