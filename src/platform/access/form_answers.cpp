#include "platform/access/form_answers.hpp"

#include "access/queries.hpp"

namespace lenig::access {

void remember_location(db::Transaction& tx, std::string const& key, std::string const& location) {
  tx.run(sql::remember_location, {{"key", key}, {"location", location}});
}

std::string remembered_location(db::Reading& reading, std::string const& key) {
  return reading.one<std::string>(sql::form_location, {{"key", key}}).value_or("");
}

}  // namespace lenig::access
