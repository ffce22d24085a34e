#pragma once

#include <string>
#include <string_view>

#include "platform/base/actor.hpp"
#include "platform/db/database.hpp"

namespace lenig::audit {

/// One line of the audit log: who did what to which thing, and whom it concerns. Holds no confidential text.
struct Entry {
  std::string_view act;    // "appointment.ended"
  std::string object;      // the id of the thing
  base::PersonId subject;  // whom it concerns, when it concerns one person
  std::string detail;      // at most a word or two: a status, a category, a number
};

/// Writes the line in the transaction of the act itself. Lines are never changed or removed.
void record(db::Transaction& tx, base::Actor const& actor, Entry const& entry);

}  // namespace lenig::audit
