#pragma once

// The pages of organisation. Each answers one route or two: what is shown, and what is done.

#include "platform/access/visit.hpp"

namespace lenig::organisation::pages {

using access::Visit;
using http::Response;

namespace unit {
Response own_board(Visit& visit);
Response show(Visit& visit);
Response end(Visit& visit);
Response leave(Visit& visit);
}  // namespace unit

namespace unit_new {
Response show(Visit& visit);
Response add(Visit& visit);
}  // namespace unit_new

namespace unit_change {
Response show(Visit& visit);
Response change(Visit& visit);
}  // namespace unit_change

namespace network_join {
Response show(Visit& visit);
Response join(Visit& visit);
Response offer(Visit& visit);
}  // namespace network_join
namespace members_new {
Response show(Visit& visit);
Response join(Visit& visit);
}  // namespace members_new

namespace person {
Response show(Visit& visit);
Response invite(Visit& visit, std::string const& address);
}  // namespace person

namespace person_new {
Response show(Visit& visit);
Response add(Visit& visit);
}  // namespace person_new

namespace person_change {
Response show(Visit& visit);
Response change(Visit& visit);
}  // namespace person_change

namespace appointment_new {
Response show(Visit& visit);
Response appoint(Visit& visit);
}  // namespace appointment_new

namespace appointment_change {
Response show(Visit& visit);
Response change(Visit& visit);
}  // namespace appointment_change

namespace appointment_end {
Response show(Visit& visit);
Response end(Visit& visit);
}  // namespace appointment_end

namespace import_people {
Response show(Visit& visit);
Response bring(Visit& visit);
Response review(Visit& visit, db::Database& database);
Response take(Visit& visit, db::Database& database);
Response columns(Visit& visit);
Response choose(Visit& visit);
Response drop(Visit& visit);
}  // namespace import_people

namespace import_progress {
Response show(Visit& visit);
}

namespace import_schools {
Response show(Visit& visit);
Response bring(Visit& visit);
Response review(Visit& visit);
Response take(Visit& visit);
Response choices(Visit& visit);
Response choose(Visit& visit);
Response drop(Visit& visit);
}  // namespace import_schools

namespace found {
Response show(Visit& visit);
Response suggest(Visit& visit);
}  // namespace found

}  // namespace lenig::organisation::pages
