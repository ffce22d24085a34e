#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::http {

/// An address in its one form, an IPv4 address inside an IPv6 one as IPv4. Nothing when it is no address.
std::optional<std::string> address_form(std::string_view address);

/// The last hop of X-Forwarded-For: the only one that the proxy itself wrote. Nothing when it is no address.
std::optional<std::string> forwarded_for(Headers const& headers);

}  // namespace lenig::http
