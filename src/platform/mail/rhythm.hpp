#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/mail/preference.hpp"

namespace lenig::mail {

/// What addresses chose, by address in lower case; without those that chose nothing.
using Preferences = std::map<std::string, Preference>;

Preferences preferences_of(db::Reading& reading, std::vector<std::string> const& addresses);
Preference preference_in(Preferences const& all, std::string const& address);

/// The first moment from then on at which a letter that may wait leaves.
base::Instant next_hour(Preference const& preference, base::Instant from);

}  // namespace lenig::mail
