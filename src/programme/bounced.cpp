#include "programme/bounced.hpp"

#include <boost/json.hpp>

#include <map>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

struct OwnerRow {
  std::string email;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (), (email, person))

}  // namespace

std::vector<Bounced> bounced_of(db::Reading& reading, BoardId const& board) {
  auto const bounces = mail::bounces(reading, board);
  if (bounces.empty()) return {};
  auto const addresses = base::collected(bounces, &mail::Bounce::address);
  auto const owners = reading.all<OwnerRow>(
      sql::people_of_addresses,
      {{"board", board}, {"addresses", boost::json::serialize(boost::json::value_from(addresses))}});
  std::map<PersonId, std::string> names;
  for (auto const& person : organisation::people_by_ids(reading, {board}, base::collected(owners, &OwnerRow::person)))
    names[person.id] = person.name();
  std::vector<Bounced> all;
  for (auto const& bounce : bounces) {
    Bounced one{bounce, {}};
    for (auto const& owner : owners) {
      auto const name = names.find(owner.person);
      if (owner.email == bounce.address && name != names.end()) one.people.push_back(name->second);
    }
    all.push_back(std::move(one));
  }
  return all;
}

bool clear_bounced(db::Transaction& tx, base::Actor const& actor, std::string const& address) {
  bool const cleared = mail::clear_bounce(tx, actor.board, address);
  if (cleared) audit::record(tx, actor, {.act = "bounce.cleared", .object = actor.board.text()});
  return cleared;
}

}  // namespace lenig::programme
