#include <algorithm>
#include <set>

#include "organisation/columns.hpp"
#include "organisation/import_schools.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t length_of_institution = 4;
constexpr std::size_t length_of_location = 6;

std::vector<ColumnNames> const& names() {
  static std::vector<ColumnNames> const all{
      {"authority", {"bevoegd gezag nummer", "bevoegdgezagnummer", "bevoegd gezag code", "bestuursnummer"}},
      {"institution", {"instellingscode", "brin nummer", "brin", "brinnummer", "brin code"}},
      {"location", {"vestigingscode", "vestigingsnummer", "vestiging"}},
      {"name", {"vestigingsnaam", "instellingsnaam", "schoolnaam", "naam"}},
      {"town", {"plaatsnaam", "vestigingsplaats", "plaats", "woonplaats"}}};
  return all;
}

std::vector<std::string> numbers_in(std::string text) {
  for (char& c : text) c = c == ',' || c == ';' ? ' ' : c;
  auto numbers = base::split(text, ' ');
  std::erase(numbers, "");
  return numbers;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// 00AP, and 00AP00 of one of its locations.
bool is_code(std::string_view code) {
  if (code.size() != length_of_institution && code.size() != length_of_location) return false;
  bool const institution = is_digit(code[0]) && is_digit(code[1]) && is_capital(code[2]) && is_capital(code[3]);
  return institution && std::ranges::all_of(code.substr(length_of_institution), is_digit);
}

class SchoolReader {
 public:
  SchoolReader(SchoolChoices const& choices, ReadSchools& read) : choices_(choices), read_(read) {}

  void take(base::CsvRecord const& record) {
    auto const code = code_in(record);
    UnitDraft const school{UnitKind::school, text(record, choices_.name).value_or(""),
                           text(record, choices_.town).value_or("")};
    auto const before = read_.faults.size();
    if (record.values.size() <= static_cast<std::size_t>(std::max(choices_.name.value(), choices_.town.value()))) {
      fault(record, "", ImportWhy::values_missing, std::to_string(record.values.size()));
    } else if (!text(record, choices_.name) || !text(record, choices_.town)) {
      fault(record, "name", ImportWhy::not_text);
    } else if (refusal(school, UnitKind::board)) {
      fault(record, "name", school.name.empty() ? ImportWhy::value_missing : ImportWhy::name_too_long);
    }
    if (code.empty()) {
      fault(record, code_member(), ImportWhy::value_missing);
    } else if (!is_code(code)) {
      fault(record, code_member(), ImportWhy::code_wrong, code);
    }
    if (read_.faults.size() == before) keep({record.line, code, school});
  }

  std::optional<std::string> text(base::CsvRecord const& record, std::optional<int> column) const {
    auto const place = static_cast<std::size_t>(column.value_or(-1));
    return place < record.values.size() ? base::cleaned(record.values[place]) : std::optional<std::string>("");
  }

  void fault(base::CsvRecord const& record, std::string const& member, ImportWhy why, std::string given = {}) {
    auto const heading = read_.headings.find(member);
    read_.faults.push_back(
        {record.line, heading == read_.headings.end() ? member : heading->second, why, std::move(given)});
  }

 private:
  char const* code_member() const { return choices_.location ? "location" : "institution"; }

  /// A location may stand alone, as 00AP00 or as 00 beside its institution.
  std::string code_in(base::CsvRecord const& record) const {
    auto code = text(record, choices_.institution).value_or("");
    auto const location = text(record, choices_.location).value_or("");
    code = location.size() == length_of_location || code.empty() ? location : code + location;
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return code;
  }

  /// Two rows that say two things of one school would change it again at every import.
  void keep(SchoolRow row) {
    auto const same = [&](SchoolRow const& other) { return other.code == row.code; };
    auto const other = std::ranges::find_if(read_.rows, same);
    if (other == read_.rows.end()) {
      read_.rows.push_back(std::move(row));
    } else if (other->school.name != row.school.name || other->school.town != row.school.town) {
      fault({row.line, {}}, "name", ImportWhy::school_contradicts, std::to_string(other->line));
    }
  }

  SchoolChoices const& choices_;
  ReadSchools& read_;
};

/// The numbers whose rows are asked for: those that are named, or the only one there is.
std::vector<std::string> wanted(std::set<std::string> const& found, std::string const& named, ReadSchools& read) {
  auto const numbers = numbers_in(named);
  for (auto const& number : numbers) {
    if (!found.contains(number)) read.faults.push_back({1, "", ImportWhy::number_unknown, number});
  }
  if (!numbers.empty() || found.size() < 2) return numbers.empty() ? std::vector(found.begin(), found.end()) : numbers;
  read.faults.push_back({1, "", ImportWhy::number_missing, std::to_string(found.size())});
  return {};
}

std::set<std::string> numbers_of(std::vector<base::CsvRecord> const& records, SchoolReader const& reader,
                                 std::optional<int> column) {
  std::set<std::string> numbers;
  for (std::size_t i = 1; i < records.size(); ++i) numbers.insert(reader.text(records[i], column).value_or(""));
  numbers.erase("");
  return numbers;
}

}  // namespace

SchoolColumns guessed_school_columns(std::vector<std::string> const& headings,
                                     std::map<std::string, std::string> const& remembered) {
  return guessed<SchoolColumns>(names(), headings, remembered);
}

std::vector<std::string> missing_columns(SchoolColumns const& columns) {
  std::vector<std::string> missing;
  if (!columns.location && !columns.institution) missing.emplace_back("institution");
  if (!columns.name) missing.emplace_back("name");
  if (!columns.town) missing.emplace_back("town");
  return missing;
}

ReadSchools read_schools(std::vector<base::CsvRecord> const& records, SchoolChoices const& choices) {
  ReadSchools read{.missing = choices.missing};
  if (records.size() < 2) {
    read.faults.push_back({1, "", ImportWhy::file_empty, ""});
    return read;
  }
  for (auto const& member : missing_columns(choices)) read.faults.push_back({1, "", ImportWhy::column_missing, member});
  if (!read.faults.empty()) return read;
  read.headings = headings_of(static_cast<SchoolColumns const&>(choices), records.front().values);
  SchoolReader reader(choices, read);
  if (choices.authority) read.numbers = wanted(numbers_of(records, reader, choices.authority), choices.numbers, read);
  if (!read.faults.empty()) return read;
  for (auto const& record : records) {
    if (&record == &records.front()) continue;
    auto const number = reader.text(record, choices.authority).value_or("");
    if (choices.authority && number.empty()) {
      reader.fault(record, "authority", ImportWhy::value_missing);
    } else if (!choices.authority || std::ranges::find(read.numbers, number) != read.numbers.end()) {
      reader.take(record);
    }
  }
  return read;
}

}  // namespace lenig::organisation
