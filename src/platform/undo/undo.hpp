#pragma once

#include <functional>
#include <map>
#include <string>

#include "platform/base/actor.hpp"
#include "platform/db/database.hpp"

namespace lenig::undo {

/// Takes a step back, unless what happened since stands in the way; gives whether it did. The payload is what `offer`
/// was given.
using TakeBack = std::function<bool(db::Transaction&, base::Actor const&, std::string const& payload)>;
using TakeBacks = std::map<std::string, TakeBack, std::less<>>;

/// Notes how the act of this transaction is undone; gives the id of the step. Its actor may undo it once, for a day.
std::string offer(db::Transaction& tx, base::Actor const& actor, std::string_view kind, std::string const& payload);

/// Removes what can no longer be undone: a payload may hold text. A daily job.
void sweep(db::Transaction& tx, base::Instant now);

/// Undoes the step, when it is this actor's and still stands. Gives whether it did.
bool take_back(db::Transaction& tx, base::Actor const& actor, std::string const& step, TakeBacks const& ways);

}  // namespace lenig::undo
