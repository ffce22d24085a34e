// Whatever is handed over is read within bounds, or refused.
#include "platform/mail/modules/modules.hpp"
#include "tests/support/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  auto const mail = lenig::mail::read(std::string_view(bytes, length));
  if (!mail) return 0;
  must(mail->parts.size() <= 51 && mail->recipients.size() <= 20);
  return must(mail->references.size() <= 20 && mail->returned.size() <= 20);
}
