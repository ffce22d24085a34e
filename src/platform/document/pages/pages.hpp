#pragma once

#include "platform/access/visit.hpp"

namespace lenig::document::pages {

/// How far a document is, and where its file is.
http::Response show(access::Visit& visit);
/// The file itself.
http::Response give(access::Visit& visit);
http::Response try_again(access::Visit& visit);

}  // namespace lenig::document::pages
