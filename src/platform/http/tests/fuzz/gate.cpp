// What the gate lets through is what any reader would read: it stands on one line, is spelled in one way, and the same
// block written again passes again and says the same.
#include "platform/http/gate.hpp"

#include "tests/support/fuzz.hpp"

namespace lenig::http {
namespace {

std::string written(Request const& request) {
  constexpr std::string_view methods[] = {"GET", "HEAD", "POST"};
  std::string block(methods[static_cast<std::size_t>(request.method)]);
  block += " " + request.target + " HTTP/1.1\r\n";
  for (auto const& [name, value] : request.headers) block += name + ": " + value + "\r\n";
  return block + "\r\n";
}

void expect_plain(Request const& request) {
  must(request.path.starts_with('/'));
  for (std::string_view const hidden : {"//", "/../", "/./", "\\"}) must(!request.path.contains(hidden));
  must(!request.path.ends_with("/..") && !request.path.ends_with("/."));
  for (char const c : request.path) must(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  int hosts = 0;
  for (auto const& [name, value] : request.headers) {
    must(!name.empty() && name.find_first_of(" \t\r\n:") == std::string::npos);
    must(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    hosts += name == "host" ? 1 : 0;
  }
  must(hosts == 1);
}

}  // namespace
}  // namespace lenig::http

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  using namespace lenig::http;
  std::string_view const received(bytes, length);
  auto const end = header_end(received);
  must(!end || *end <= received.size());
  auto const passed = pass_gate(received.substr(0, end.value_or(length)));
  if (!passed) return must(status_of(passed.error()) >= 400);
  expect_plain(passed->request);
  must(!passed->is_chunked || !passed->content_length);
  auto const again = pass_gate(written(passed->request));
  must(again.has_value());
  must(again->request.path == passed->request.path && again->request.headers == passed->request.headers);
  must(again->content_length == passed->content_length && again->is_chunked == passed->is_chunked);
  return 0;
}
