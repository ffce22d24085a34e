#pragma once

#include "app/application.hpp"
#include "platform/http/body.hpp"

namespace lenig::app {

/// Prepares what stands around every page: navigation, who it is, preferences, what was just done.
void set_stage(Application& application, access::Visit& visit);

/// A page for what broke: 500, or 503 when the surroundings failed.
http::Response broken(Application& application, access::Visit& visit, int status);

/// A body that is no form.
http::Response unreadable_form(access::Visit& visit);
/// A form that another site sent: not done, and not offered again.
http::Response form_from_elsewhere(access::Visit& visit);
/// A form of another session: shown again with what was typed in it, to be sent once more.
http::Response stale_form(access::Visit& visit, http::Fields const& fields);

/// Keeps where a form led, and leads there when it arrives again.
void remember_answer(access::Visit& visit, http::Response const& response);
http::Response repeated_answer(access::Visit& visit);

}  // namespace lenig::app
