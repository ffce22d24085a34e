#include "platform/http/remote.hpp"

#include <boost/asio/ip/address.hpp>

#include "platform/http/characters.hpp"

namespace lenig::http {

namespace ip = boost::asio::ip;

std::optional<std::string> address_form(std::string_view address) {
  boost::system::error_code error;
  auto const parsed = ip::make_address(address, error);
  if (error) return std::nullopt;
  if (parsed.is_v6() && parsed.to_v6().is_v4_mapped()) {
    return ip::make_address_v4(ip::v4_mapped, parsed.to_v6()).to_string();
  }
  return parsed.to_string();
}

std::optional<std::string> forwarded_for(Headers const& headers) {
  std::string_view last;
  for (auto const& [name, value] : headers) {
    if (name == "x-forwarded-for") each_element(value, [&](std::string_view hop) { last = hop; });
  }
  return address_form(last);
}

}  // namespace lenig::http
