#include <algorithm>
#include <array>

#include "organisation/import_people.hpp"
#include "platform/base/text.hpp"
#include "platform/html/form.hpp"

namespace lenig::organisation {

namespace {

constexpr std::array columns{"email",    "given_name", "prefix", "family_name", "unit",
                             "function", "fte",        "from",   "until"};

struct Record {
  int line = 0;
  std::vector<std::string> values;
};

/// Cuts the text into records (RFC 4180, with a semicolon): a quoted value may hold semicolons, line ends and "" for ".
std::vector<Record> records(std::string_view text) {
  std::vector<Record> found;
  Record current{.line = 1};
  std::string value;
  bool quoted = false;
  int line = 1;
  auto const end_record = [&] {
    current.values.push_back(std::move(value));
    value.clear();
    bool const blank = current.values.size() == 1 && base::trimmed(current.values[0]).empty();
    if (!blank) found.push_back(std::move(current));
    current = Record{.line = line};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        value += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        value += c;
      }
    } else if (c == '"' && value.empty()) {
      quoted = true;
    } else if (c == ';') {
      current.values.push_back(std::move(value));
      value.clear();
    } else if (c == '\n') {
      end_record();
    } else if (c != '\r') {
      value += c;
    }
  }
  if (!value.empty() || !current.values.empty()) end_record();
  return found;
}

class RowReader {
 public:
  explicit RowReader(Record const& record) : record_(record) {}

  std::string text(std::size_t column) {
    auto const clean = base::cleaned(record_.values.at(column));
    if (!clean) fault(column, "geen UTF-8: sla het bestand op als CSV UTF-8 / not UTF-8: save the file as CSV UTF-8");
    return clean.value_or("");
  }

  double number(std::size_t column) {
    auto const number = base::decimal_from(text(column));
    if (!number) fault(column, "geen getal, bijvoorbeeld 0,8 / not a number, for example 0.8");
    return number.value_or(0);
  }

  base::Date date(std::size_t column) {
    auto const date = base::Date::parse(text(column));
    if (!date) fault(column, "geen datum als jjjj-mm-dd / not a date as yyyy-mm-dd");
    return date.value_or(base::Date());
  }

  std::optional<base::Date> optional_date(std::size_t column) {
    if (text(column).empty()) return std::nullopt;
    return date(column);
  }

  std::vector<ImportFault> const& faults() const { return faults_; }

 private:
  void fault(std::size_t column, std::string message) {
    faults_.push_back({record_.line, columns.at(column), std::move(message)});
  }

  Record const& record_;
  std::vector<ImportFault> faults_;
};

void read_row(Record const& record, ReadRows& read) {
  if (record.values.size() != columns.size()) {
    auto const counted = std::to_string(record.values.size());
    read.faults.push_back(
        {record.line, "", "9 kolommen verwacht, " + counted + " gevonden / 9 columns expected, " + counted + " found"});
    return;
  }
  RowReader row(record);
  ImportRow const made{
      .line = record.line,
      .person = {.given_name = row.text(1), .prefix = row.text(2), .family_name = row.text(3), .email = row.text(0)},
      .unit = row.text(4),
      .appointment = {
          .function = row.text(5), .fte = row.number(6), .starts_on = row.date(7), .ends_on = row.optional_date(8)}};
  read.faults.insert(read.faults.end(), row.faults().begin(), row.faults().end());
  read.rows.push_back(made);
}

bool has_header(Record const& first) {
  return std::equal(first.values.begin(), first.values.end(), columns.begin(), columns.end(),
                    [](std::string const& given, std::string_view wanted) { return base::trimmed(given) == wanted; });
}

}  // namespace

ReadRows read_people_csv(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  auto const all = records(text);
  ReadRows read;
  if (all.empty() || !has_header(all.front())) {
    read.faults.push_back({1, "",
                           "de eerste regel moet zijn / the first line must be: "
                           "email;given_name;prefix;family_name;unit;function;fte;from;until"});
    return read;
  }
  for (std::size_t i = 1; i < all.size(); ++i) read_row(all[i], read);
  return read;
}

}  // namespace lenig::organisation
