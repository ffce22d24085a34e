#pragma once

#include "app/application.hpp"

namespace lenig::app::pages {

/// The pages that compose several modules, and those of the program as a whole.
void add_routes(access::Routes& routes, Application& application);

http::Response show_start(access::Visit& visit);
http::Response show_readings(access::Visit& visit);
http::Response post_undo(access::Visit& visit, undo::TakeBacks const& take_backs);
http::Response show_outbox(access::Visit& visit);
http::Response show_message(access::Visit& visit);

}  // namespace lenig::app::pages
