#include "platform/base/csv.hpp"

#include <csv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <new>
#include <utility>

#include "platform/base/text.hpp"

namespace lenig::base {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string from_windows(std::string_view bytes) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int>(bytes.size()), "windows-1252").toUTF8String(text);
  return text;
}

char separator_of(std::string_view first_line) {
  char best = ';';
  for (char const one : {',', '\t'}) {
    if (std::ranges::count(first_line, one) > std::ranges::count(first_line, best)) best = one;
  }
  return best;
}

/// Whole lines of a file, with their ends; the last one may have none.
class Lines {
 public:
  explicit Lines(NextBytes next) : next_(std::move(next)) {
    while (rest_.size() < byte_order_mark.size() && fill()) {}
    if (rest_.starts_with(byte_order_mark)) from_ = byte_order_mark.size();
  }

  /// The next line; empty at the end. It stands until the next is asked for.
  std::string_view next() {
    auto end = rest_.find('\n', from_);
    while (end == std::string::npos && fill()) end = rest_.find('\n', from_);
    auto const size = (end == std::string::npos ? rest_.size() : end + 1) - from_;
    auto const line = std::string_view(rest_).substr(from_, size);
    from_ += size;
    return line;
  }

 private:
  /// Gives whether there was more. What was used goes first.
  bool fill() {
    rest_.erase(0, from_);
    from_ = 0;
    auto const more = next_();
    rest_ += more;
    return !more.empty();
  }

  NextBytes next_;
  std::string rest_;
  std::size_t from_ = 0;
};

}  // namespace

CsvForm csv_form(NextBytes const& next) {
  Lines lines(next);
  CsvForm form;
  auto line = lines.next();
  form.separator = separator_of(line);
  for (; !line.empty() && form.is_utf8; line = lines.next()) form.is_utf8 = cleaned(line).has_value();
  return form;
}

struct CsvReader::State {
  State(NextBytes next, CsvForm its_form) : lines(std::move(next)), form(its_form) {
    if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
    csv_set_delim(&parser, static_cast<unsigned char>(form.separator));
  }
  ~State() { csv_free(&parser); }
  State(State const&) = delete;
  State& operator=(State const&) = delete;

  static void take_value(void* text, std::size_t length, void* into) {
    auto const* bytes = static_cast<char const*>(text);
    static_cast<State*>(into)->current.values.emplace_back(bytes == nullptr ? "" : std::string(bytes, length));
  }
  static void end_record(int, void* into) {
    auto& state = *static_cast<State*>(into);
    bool const empty = std::ranges::all_of(state.current.values, [](auto const& value) { return value.empty(); });
    if (!empty) state.ready.push_back(std::move(state.current));
    state.current = CsvRecord{};
  }

  /// Line by line, to know where a record begins: one whose quoted value goes on has its first line already.
  void read_line() {
    auto const bytes = lines.next();
    if (bytes.empty()) {
      csv_fini(&parser, &take_value, &end_record, this);
      at_end = true;
      return;
    }
    ++line;
    if (current.line == 0 && !trimmed(bytes).empty()) current.line = line;
    auto const text = form.is_utf8 ? std::string(bytes) : from_windows(bytes);
    csv_parse(&parser, text.data(), text.size(), &take_value, &end_record, this);
  }

  csv_parser parser{};
  Lines lines;
  CsvForm form;
  int line = 0;
  bool at_end = false;
  CsvRecord current;
  std::deque<CsvRecord> ready;
};

CsvReader::CsvReader(NextBytes next, CsvForm form) : state_(std::make_unique<State>(std::move(next), form)) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

std::vector<CsvRecord> CsvReader::next(std::size_t most) {
  while (state_->ready.size() < most && !state_->at_end) state_->read_line();
  std::vector<CsvRecord> records;
  while (records.size() < most && !state_->ready.empty()) {
    records.push_back(std::move(state_->ready.front()));
    state_->ready.pop_front();
  }
  return records;
}

std::vector<CsvRecord> read_csv(std::string_view bytes) {
  return CsvReader(bytes_of(bytes), csv_form(bytes_of(bytes))).next(std::numeric_limits<std::size_t>::max());
}

NextBytes bytes_of(std::string_view text) {
  return [text, given = false]() mutable { return std::exchange(given, true) ? std::string() : std::string(text); };
}

}  // namespace lenig::base
