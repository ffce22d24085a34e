#include "platform/base/csv.hpp"

#include <csv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <new>

#include "platform/base/text.hpp"

namespace lenig::base {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (cleaned(bytes)) return std::string(bytes);
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int>(bytes.size()), "windows-1252").toUTF8String(text);
  return text;
}

char separator_of(std::string_view text) {
  auto const first = text.substr(0, text.find('\n'));
  char best = ';';
  for (char const one : {',', '\t'}) {
    if (std::ranges::count(first, one) > std::ranges::count(first, best)) best = one;
  }
  return best;
}

/// What libcsv's callbacks fill.
struct Reading {
  std::vector<CsvRecord> records;
  CsvRecord current;

  static void take_value(void* text, std::size_t length, void* into) {
    auto const* bytes = static_cast<char const*>(text);
    static_cast<Reading*>(into)->current.values.emplace_back(bytes == nullptr ? "" : std::string(bytes, length));
  }
  static void end_record(int, void* into) {
    auto& reading = *static_cast<Reading*>(into);
    bool const empty = std::ranges::all_of(reading.current.values, [](auto const& value) { return value.empty(); });
    if (!empty) reading.records.push_back(std::move(reading.current));
    reading.current = CsvRecord{};
  }
};

}  // namespace

std::vector<CsvRecord> read_csv(std::string_view bytes) {
  auto const text = as_utf8(bytes);
  csv_parser parser{};
  if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
  std::unique_ptr<csv_parser, decltype(&csv_free)> const owner(&parser, &csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(separator_of(text)));
  Reading reading;
  std::string_view rest = text;
  for (int line = 1; !rest.empty(); ++line) {
    // Line by line, to know where a record begins: one whose quoted value goes on has its first line already.
    auto const part = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(part.size());
    if (reading.current.line == 0 && !trimmed(part).empty()) reading.current.line = line;
    csv_parse(&parser, part.data(), part.size(), &Reading::take_value, &Reading::end_record, &reading);
  }
  csv_fini(&parser, &Reading::take_value, &Reading::end_record, &reading);
  return std::move(reading.records);
}

}  // namespace lenig::base
