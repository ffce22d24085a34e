#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Writes the line in the transaction of the act itself. Lines are never changed or removed: each carries a hash over
/// itself and the line before it at the same board, and a board's newest hash stands apart.
void record(db::Transaction& tx, base::Actor const& actor, Entry const& entry);

/// Where a chain no longer fits: the first line that was changed, left out or put in.
struct Broken {
  std::string board;
  long long number = 0;
};

struct Verified {
  long long entries = 0;
  std::optional<Broken> broken;
  std::string newest;  // moment of the latest entry
  std::string hash;    // over the heads of all boards: kept elsewhere, it tells a log that was written anew
};

/// Follows every board's chain from its first line to its head.
Verified verify(db::Reading& reading);

/// That somebody read something about a person.
struct WasRead {
  base::Instant at;
  base::PersonId reader;
};
BOOST_DESCRIBE_STRUCT(WasRead, (), (at, reader))

/// Who read what this act names (`person_file.read`) about a person at a board, the newest first.
std::vector<WasRead> readings_of(db::Reading& reading, base::BoardId const& board, base::PersonId const& subject,
                                 std::string_view act, int most);

}  // namespace lenig::audit
