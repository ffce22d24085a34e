// A form that is read and written again reads the same, and holds no NUL and no broken UTF-8.
#include "platform/http/body.hpp"
#include "platform/http/encoding.hpp"
#include "tests/support/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  using namespace lenig::http;
  auto const read = parse_form(std::string_view(bytes, length));
  if (!read) return 0;
  must(read->size() <= most_fields);
  std::string written;
  for (auto const& [name, value] : *read) {
    must(!name.contains('\0') && !value.contains('\0') && !value.contains('\r'));
    must(is_utf8(name) && is_utf8(value));
    written += (written.empty() ? "" : "&") + url_encode(name) + "=" + url_encode(value);
  }
  auto const again = parse_form(written);
  return must(again && *again == *read);
}
