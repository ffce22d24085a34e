#pragma once

#include "organisation/import_file.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::organisation {

/// Where a file of people is on its way in. other: something else would happen by now than its page said; nothing did.
enum class TakingState { brought, taking, taken, undone, other };
BOOST_DESCRIBE_ENUM(TakingState, brought, taking, taken, undone, other)

/// How far the taking of a file is, for who brought it.
struct Taking {
  ImportFileId id;
  std::string name;
  TakingState state = TakingState::brought;
  std::string shown;  // the sign of what its page said would happen
  long long rows_in_all = 0;
  long long rows_done = 0;
  long long changes = 0;
  std::string undo;  // the step by which all of it is taken back, as long as that can be

  int percent() const;
};
BOOST_DESCRIBE_STRUCT(Taking, (), (id, name, state, shown, rows_in_all, rows_done, changes, undo))

std::optional<Taking> find_taking(db::Reading& reading, base::Actor const& actor, ImportFileId const& file);

/// Files up to here are taken while their form waits; longer ones by a job, whose page says how far it is.
inline constexpr long long rows_while_waiting = 2'000;

/// Has a job take the good rows of a file, as long as what happens still is what `shown` says.
void order_taking(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file, std::string const& shown,
                  long long rows);

/// The job behind it.
jobs::Works taking_works();

}  // namespace lenig::organisation
