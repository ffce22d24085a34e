#pragma once

#include "app/settings.hpp"
#include "platform/access/pages/entrance.hpp"

namespace lenig::app {

/// Migrates, serves until it is told to stop, and answers what is under way. Says `ready ADDRESS` on standard output.
int serve(Settings settings, std::vector<access::DemoLogin> const& logins = {});

}  // namespace lenig::app
