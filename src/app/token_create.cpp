#include <algorithm>
#include <iostream>

#include "app/commands.hpp"
#include "app/modules.hpp"
#include "app/programs.hpp"
#include "organisation/organisation.h"
#include "platform/access/account.hpp"
#include "platform/access/token.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

/// The board of the wish where this person works today; without a wish the first one.
std::optional<base::BoardId> board_for_token(db::Reading& reading, base::PersonId const& person,
                                             std::string const& wished, base::Date today) {
  for (auto const& seat : organisation::seats(reading, person, today)) {
    if (wished.empty() || wished == seat.board.text() || wished == seat.board_name) return seat.board;
  }
  return std::nullopt;
}

bool are_lists(std::string const& scope) {
  if (scope.empty()) return true;
  auto const& lists = all_resources();
  auto const names = base::split(scope, ',');
  return std::ranges::all_of(names, [&](std::string const& name) {
    return std::ranges::find(lists, name, &api::Resource::name) != lists.end();
  });
}

}  // namespace

int create_token(Settings const& settings, NewToken const& what) {
  if (!are_lists(what.scope)) {
    std::cerr << "--scope: noem lijsten, met komma's ertussen / name lists, apart by commas:";
    for (auto const& one : all_resources()) std::cerr << ' ' << one.name;
    std::cerr << '\n';
    return bad_input;
  }
  db::migrate(settings.place, all_migrations());
  db::Database database(settings.place);
  auto const now = base::Instant::now();
  auto const calendar = settings.today ? base::Calendar(*settings.today) : base::Calendar();
  base::Actor const actor{.request = "token create", .today = calendar.today()};
  auto const secret = database.write(db::every_board, [&](db::Transaction& tx) -> Result<std::string, std::string> {
    auto const account = access::account_by_email(tx, what.email);
    if (!account)
      return std::unexpected(
          "--for: niemand heeft een account met dit adres / nobody has an account with this address");
    auto const board = board_for_token(tx, account->person, what.board, actor.today);
    if (!board)
      return std::unexpected("--board: daar werkt deze persoon nu niet / this person does not work there now");
    auto of_board = actor;
    of_board.board = *board;
    audit::record(
        tx, of_board,
        {.act = "token.made", .object = account->person.text(), .subject = account->person, .detail = what.scope});
    return access::make_token(tx, {account->person, *board, what.scope}, now);
  });
  if (!secret) {
    std::cerr << secret.error() << '\n';
    return bad_input;
  }
  std::cout << *secret << '\n';
  return done;
}

}  // namespace lenig::app
