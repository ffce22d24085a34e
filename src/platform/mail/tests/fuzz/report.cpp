// A delivery report that is taken has a status of three numbers.
#include "platform/mail/report.hpp"

#include <algorithm>

#include "tests/support/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  auto const report = lenig::mail::read_report(std::string_view(bytes, length));
  if (!report) return 0;
  must(report->status.size() >= 5 && report->status.size() <= 9);
  return must(report->status.find_first_not_of("0123456789.") == std::string::npos &&
              std::ranges::count(report->status, '.') == 2);
}
