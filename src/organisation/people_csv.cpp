#include "organisation/people_csv.hpp"

#include <algorithm>
#include <utility>

#include "organisation/columns.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

std::vector<ColumnNames> const& names() {
  static std::vector<ColumnNames> const all{
      {"email", {"email", "e mail", "e mailadres", "emailadres", "mailadres", "mail", "e mail werk", "werk e mail"}},
      {"given_name", {"given name", "roepnaam", "voornaam", "voornamen", "voorletters"}},
      {"prefix", {"prefix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels"}},
      {"family_name", {"family name", "achternaam", "geslachtsnaam", "geboortenaam", "naam"}},
      {"unit",
       {"unit", "school", "schoolnaam", "vestiging", "vestigingsnaam", "eenheid", "organisatieonderdeel",
        "organisatorische eenheid", "afdeling", "locatie", "team"}},
      {"function", {"function", "functie", "functienaam", "functieomschrijving", "omschrijving functie", "rol"}},
      {"fte", {"fte", "wtf", "werktijdfactor", "betrekkingsomvang", "deeltijdfactor", "omvang"}},
      {"from", {"from", "ingangsdatum", "begindatum", "datum in dienst", "in dienst", "startdatum", "vanaf"}},
      {"until", {"until", "einddatum", "datum uit dienst", "uit dienst", "tot en met", "t m"}}};
  return all;
}

bool is_optional(std::string_view member) { return member == "prefix" || member == "until"; }

/// `2003-08-01`, and `1-8-2003` or `01/08/2003` as personnel systems write it.
std::optional<base::Date> date_from(std::string const& text) {
  std::string plain = text;
  for (char& c : plain) c = c == '/' || c == '.' ? '-' : c;
  auto const parts = base::split(plain, '-');
  if (parts.size() != 3 || parts[2].size() != 4) return base::Date::parse(text);
  auto const two = [](std::string const& number) { return number.size() < 2 ? "0" + number : number; };
  return base::Date::parse(parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]));
}

class RowReader {
 public:
  RowReader(base::CsvRecord const& record, std::map<std::string, std::string> const& headings)
      : record_(record), headings_(headings) {}

  std::string text(char const* member, std::optional<int> column) {
    if (!column || static_cast<std::size_t>(*column) >= record_.values.size()) return {};
    auto const clean = base::cleaned(record_.values[static_cast<std::size_t>(*column)]);
    if (!clean) fault(member, ImportWhy::not_text, "");
    return clean.value_or("");
  }

  double number(char const* member, std::optional<int> column) {
    auto const typed = text(member, column);
    auto const number = base::decimal_from(typed);
    if (!number) fault(member, typed.empty() ? ImportWhy::value_missing : ImportWhy::not_a_number, typed);
    return number.value_or(0);
  }

  base::Date date(char const* member, std::optional<int> column) {
    auto const typed = text(member, column);
    auto const date = date_from(typed);
    if (!date) fault(member, typed.empty() ? ImportWhy::value_missing : ImportWhy::not_a_date, typed);
    return date.value_or(base::Date());
  }

  std::optional<base::Date> optional_date(char const* member, std::optional<int> column) {
    if (text(member, column).empty()) return std::nullopt;
    return date(member, column);
  }

  std::vector<ImportFault> const& faults() const { return faults_; }

 private:
  void fault(char const* member, ImportWhy why, std::string given) {
    auto const heading = headings_.find(member);
    faults_.push_back({record_.line, heading == headings_.end() ? member : heading->second, why, std::move(given)});
  }

  base::CsvRecord const& record_;
  std::map<std::string, std::string> const& headings_;
  std::vector<ImportFault> faults_;
};

/// Whether a value that every row has is beyond the end of this one.
bool is_too_short(base::CsvRecord const& record, PeopleColumns const& columns) {
  bool too_short = false;
  base::each_member<PeopleColumns>([&](std::string_view member, auto column) {
    auto const place = static_cast<std::size_t>((columns.*column).value_or(0));
    too_short = too_short || (!is_optional(member) && place >= record.values.size());
  });
  return too_short;
}

void read_row(base::CsvRecord const& record, PeopleColumns const& columns, ReadRows& read) {
  if (is_too_short(record, columns)) {
    read.faults.push_back({record.line, "", ImportWhy::values_missing, std::to_string(record.values.size())});
    return;
  }
  RowReader row(record, read.headings);
  ImportRow const made{.line = record.line,
                       .person = {.given_name = row.text("given_name", columns.given_name),
                                  .prefix = row.text("prefix", columns.prefix),
                                  .family_name = row.text("family_name", columns.family_name),
                                  .email = row.text("email", columns.email)},
                       .unit = row.text("unit", columns.unit),
                       .appointment = {.function = row.text("function", columns.function),
                                       .fte = row.number("fte", columns.fte),
                                       .starts_on = row.date("from", columns.from),
                                       .ends_on = row.optional_date("until", columns.until)}};
  read.faults.insert(read.faults.end(), row.faults().begin(), row.faults().end());
  if (row.faults().empty()) read.rows.push_back(made);
}

}  // namespace

PeopleColumns guessed_columns(std::vector<std::string> const& headings,
                              std::map<std::string, std::string> const& remembered) {
  return guessed<PeopleColumns>(names(), headings, remembered);
}

std::vector<std::string> missing_columns(PeopleColumns const& columns) {
  std::vector<std::string> missing;
  base::each_member<PeopleColumns>([&](std::string_view member, auto column) {
    if (!(columns.*column) && !is_optional(member)) missing.emplace_back(member);
  });
  return missing;
}

ReadRows read_people(std::vector<base::CsvRecord> const& records, PeopleColumns const& columns) {
  ReadRows read;
  if (records.empty()) {
    read.faults.push_back({1, "", ImportWhy::file_empty, ""});
    return read;
  }
  for (auto const& member : missing_columns(columns)) read.faults.push_back({1, "", ImportWhy::column_missing, member});
  if (!read.faults.empty()) return read;
  read.headings = headings_of(columns, records.front().values);
  for (std::size_t i = 1; i < records.size(); ++i) read_row(records[i], columns, read);
  return read;
}

PeopleFile people_file(std::function<base::NextBytes()> open, std::optional<PeopleColumns> columns) {
  auto const form = base::csv_form(open());
  return {std::move(open), form, columns};
}

PeopleReader::PeopleReader(PeopleFile const& file) : records_(file.open(), file.form), first_(records_.next(1)) {
  auto const headings = first_.empty() ? std::vector<std::string>() : first_.front().values;
  columns_ = file.columns.value_or(guessed_columns(headings));
}

std::optional<ReadRows> PeopleReader::next(std::size_t most) {
  if (at_end_) return std::nullopt;
  auto records = records_.next(most);
  at_end_ = records.empty();
  bool const is_first = !std::exchange(begun_, true);
  if (at_end_ && !is_first) return std::nullopt;
  records.insert(records.begin(), first_.begin(), first_.end());
  auto read = read_people(records, columns_);
  if (is_first && read.rows.empty() && read.headings.empty()) at_end_ = true;  // the file itself is wrong
  return read;
}

ReadRows read_people_csv(std::string_view bytes) {
  auto const records = base::read_csv(bytes);
  return read_people(records, records.empty() ? PeopleColumns() : guessed_columns(records.front().values));
}

}  // namespace lenig::organisation
