#include "engine/measure/response_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lenig::measure {

std::uint32_t Names::number_of(std::string_view name) {
  if (last < names.size() && names[last] == name) return last;
  auto found = numbers.find(name);
  if (found == numbers.end()) {
    found = numbers.emplace(std::string(name), static_cast<std::uint32_t>(names.size())).first;
    names.emplace_back(name);
  }
  last = found->second;
  return last;
}

RowReader::RowReader(std::vector<ColumnPlan> const& plan, char separator, std::string_view bytes)
    : between(plan.size()),
      answered(plan.size()),
      plan_(&plan),
      separator_(separator),
      at_(bytes.data()),
      end_(bytes.data() + bytes.size()) {
  auto const count = static_cast<std::size_t>(
      std::ranges::count_if(plan, [](ColumnPlan const& column) { return column.level.has_value(); }));
  levels.resize(count);
  groups.resize(count);
}

void RowReader::read(std::size_t first_row, std::size_t first_line) {
  row = first_row;
  first_row_ = first_row;
  line_ = first_line;
  while (at_ < end_) read_row();
}

void RowReader::read_row() {
  if (at_end_of_row()) return end_row();  // an empty line
  line_of_row_ = line_;
  good_ = true;
  auto const columns = plan_->size();
  for (std::size_t column = 0; column < columns; ++column) {
    read_field(column);
    bool const last = column + 1 == columns;
    if (at_end_of_row()) {
      if (!last) fault(column + 1, "the row ends before this column: give every row as many fields as line 1");
      break;
    }
    if (last)
      fault(column, "the row has more fields than line 1: take them out, or quote a field that holds a separator");
    ++at_;
  }
  if (!at_end_of_row()) at_ = std::find(at_, end_, '\n');
  end_row();
  if (!good_) bad_rows.push_back(row);
  ++row;
  for (auto& level : groups) level.resize(row - first_row_);  // a group that is missing is any: the row is not used
}

void RowReader::read_field(std::size_t column) {
  auto const& plan = (*plan_)[column];
  if (!plan.targets.empty()) {
    if (read_digit(plan)) {
      ++answered[column];
    } else {
      read_answer(column, take_field());
    }
  } else if (plan.level) {
    read_group(column, take_field());
  } else {
    take_field();
  }
}

/// Most answers are one digit, and a digit that stands for an option needs no more than this.
bool RowReader::read_digit(ColumnPlan const& plan) {
  if (!at_end_of_field(1) || *at_ < '0' || *at_ > '9' || plan.targets.size() != 1) return false;
  auto const& target = plan.targets[0];
  int const option = *at_ - '0' - target.options.lowest;
  int const count = target.options.count();
  if (option < 0 || option >= count || target.values != nullptr) return false;
  target.answers[row] = static_cast<std::uint8_t>(target.reversed ? count - option : option + 1);
  ++at_;
  return true;
}

namespace {

std::string quoted(std::string_view field) { return "'" + std::string(field.substr(0, 40)) + "'"; }

}  // namespace

void RowReader::read_answer(std::size_t column, std::string_view field) {
  if (field.empty() || field == "NA") {
    for (auto const& target : (*plan_)[column].targets) target.answers[row] = 0;
    return;
  }
  if (auto const value = number_in(field, separator_)) {
    keep_value(column, *value, field);
  } else {
    fault(column, quoted(field) + " is no number: correct it, or leave it empty");
  }
}

void RowReader::keep_value(std::size_t column, double value, std::string_view field) {
  ++answered[column];
  for (auto const& target : (*plan_)[column].targets) {
    auto const& options = target.options;
    if (value < options.lowest || value > options.highest) {
      fault(column, quoted(field) + " is not from " + std::to_string(options.lowest) + " to " +
                        std::to_string(options.highest) + ": correct it, or leave it empty");
      return;
    }
    double const kept = target.reversed ? options.lowest + options.highest - value : value;
    if (target.values != nullptr) {
      auto const byte = target.values->emplace(kept, static_cast<std::uint8_t>(target.values->size() + 1)).first;
      if (target.values->size() > 255) {
        target.values->erase(byte);
        fault(column, "this column has more than 255 different values: round them");
        return;
      }
      target.answers[row] = byte->second;
    } else if (value == std::floor(value)) {
      target.answers[row] = static_cast<std::uint8_t>(kept - options.lowest + 1);
    } else {
      ++between[column];
      fault(column, quoted(field) + " lies between two options: correct it, or leave it empty");
      return;
    }
  }
}

void RowReader::read_group(std::size_t column, std::string_view field) {
  if (field.empty() || field == "NA") return fault(column, "which group is missing: fill it in, or take the row out");
  auto const level = *(*plan_)[column].level;
  groups[level].push_back(levels[level].number_of(field));
}

/// The field without spaces around it; afterwards `at_` is where it ends.
std::string_view RowReader::take_field() {
  if (at_ < end_ && *at_ == '"') return take_quoted();
  auto const* const from = at_;
  while (at_ < end_ && *at_ != separator_ && *at_ != '\n' && *at_ != '\r') ++at_;
  std::string_view field(from, static_cast<std::size_t>(at_ - from));
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  while (!field.empty() && field.back() == ' ') field.remove_suffix(1);
  return field;
}

std::string_view RowReader::take_quoted() {
  unquoted_.clear();
  for (++at_; at_ < end_; ++at_) {
    if (*at_ == '"') {
      if (end_ - at_ < 2 || at_[1] != '"') break;
      ++at_;
    }
    line_ += *at_ == '\n' ? 1 : 0;
    unquoted_ += *at_;
  }
  while (at_ < end_ && *at_ != separator_ && *at_ != '\n' && *at_ != '\r') ++at_;
  return unquoted_;
}

bool RowReader::at_end_of_field(std::size_t ahead) const {
  if (at_ + ahead >= end_) return at_ + ahead == end_;
  char const next = at_[ahead];
  return next == separator_ || next == '\n' || next == '\r';
}

bool RowReader::at_end_of_row() const { return at_ >= end_ || *at_ == '\n' || *at_ == '\r'; }

void RowReader::end_row() {
  while (at_ < end_ && *at_ == '\r') ++at_;
  if (at_ < end_ && *at_ == '\n') ++at_;
  ++line_;
}

void RowReader::fault(std::size_t column, std::string message) {
  good_ = false;
  ++fault_count;
  if (faults.size() < most_faults)
    faults.push_back({line_of_row_, column + 1, (*plan_)[column].name, std::move(message)});
}

std::optional<double> number_in(std::string_view field, char separator) {
  std::string text(field);
  if (separator != ',') std::ranges::replace(text, ',', '.');
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace lenig::measure
