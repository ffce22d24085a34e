#pragma once

#include "app/settings.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::app {

// What runs by itself each day; each job asks for the next one itself.

/// The jobs: sweeping what has ended, and the backup.
jobs::Works nightly_works(Settings const& settings);
/// Puts them on the list, unless they stand there.
void start_nightly(db::Database& database, Settings const& settings);

/// Writes the backup of a day and removes those that have served their time; gives its file. Does nothing when the day
/// has one.
std::filesystem::path back_up_day(db::Place const& place, Settings const& settings, base::Date day);

}  // namespace lenig::app
