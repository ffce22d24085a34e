#pragma once

#include <string>

#include "platform/base/result.hpp"
#include "platform/db/database.hpp"

namespace lenig::mail {

/// How often letters that may wait arrive.
enum class Rhythm { at_once, daily, weekly };
BOOST_DESCRIBE_ENUM(Rhythm, at_once, daily, weekly)

/// When an address wants the letters that may wait: what waits then is one letter.
struct Preference {
  Rhythm rhythm = Rhythm::daily;
  int hour = 7;     // 0 to 23, on the clocks of the Netherlands
  int weekday = 1;  // Monday is 1, Sunday 7; for a weekly rhythm
};
BOOST_DESCRIBE_STRUCT(Preference, (), (rhythm, hour, weekday))

/// What this address chose; every day at seven in the morning when it chose nothing. Case does not matter.
Preference preference_of(db::Reading& reading, std::string const& address);

enum class PreferenceRefusal { no_such_hour, no_such_weekday };

/// Keeps the choice of an address; what waits for it already follows. Of an account's address: the page that asks knows
/// that it is theirs.
Result<Preference, PreferenceRefusal> prefer(db::Transaction& tx, std::string const& address,
                                             Preference const& preference, base::Instant now = base::Instant::now());

}  // namespace lenig::mail
