#include "engine/measure/responses.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <thread>

#include "engine/measure/response_rows.hpp"

namespace lenig::measure {

namespace {

/// A file taken apart: the names of its columns, and its rows.
struct Table {
  char separator = ',';
  std::vector<std::string> names;
  std::string_view rows;
};

char separator_of(std::string_view line) {
  char best = ',';
  for (char const candidate : {';', '\t'}) {
    if (std::ranges::count(line, candidate) > std::ranges::count(line, best)) best = candidate;
  }
  return best;
}

std::string without_quotes(std::string_view name) {
  while (!name.empty() && (name.front() == ' ' || name.front() == '"')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == ' ' || name.back() == '"' || name.back() == '\r')) name.remove_suffix(1);
  return std::string(name);
}

Table table_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto const end = std::min(bytes.find('\n'), bytes.size());
  auto const line = bytes.substr(0, end);
  Table table{.separator = separator_of(line), .rows = bytes.substr(std::min(end + 1, bytes.size()))};
  for (std::size_t from = 0; from <= line.size();) {
    auto const until = std::min(line.find(table.separator, from), line.size());
    table.names.push_back(without_quotes(line.substr(from, until - from)));
    from = until + 1;
  }
  return table;
}

struct Plan {
  std::vector<ColumnPlan> of_columns;
  std::vector<std::size_t> column_of_item;  // of each item of each scale, in their order
  std::vector<FaultOfRow> faults;
};

/// Says what is done with each column, and gives the responses room for every item.
class Planner {
 public:
  Planner(Table const& table, Responses& responses) : table_(&table), responses_(&responses) {
    for (auto const& name : table.names) plan_.of_columns.push_back({.name = name});
  }

  void add_level(std::string const& name) {
    if (auto const column = column_of(name, "group")) {
      plan_.of_columns[*column].level = levels_++;
      if (!plan_.of_columns[*column].targets.empty())
        plan_.faults.push_back({1, *column + 1, name, "this column is an item and a group: name it once"});
    }
  }

  void add_item(ScaleOfInstrument const& scale, std::string const& name, std::size_t rows) {
    auto const column = column_of(name, "item of scale " + scale.id);
    if (!column) return;
    responses_->columns.emplace_back(rows);
    plan_.column_of_item.push_back(*column);
    plan_.of_columns[*column].targets.push_back(
        {.answers = responses_->columns.back().data(),
         .options = scale.options,
         .reversed = std::ranges::find(scale.reversed, name) != scale.reversed.end()});
  }

  Plan plan() && { return std::move(plan_); }

 private:
  std::optional<std::size_t> column_of(std::string const& name, std::string const& what) {
    auto const& names = table_->names;
    auto const count = std::ranges::count(names, name);
    auto const found = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    if (count == 1) return found;
    plan_.faults.push_back({1, count == 0 ? 0 : found + 1, name,
                            count == 0 ? "there is no such column (" + what + "): check its name"
                                       : "there is more than one such column (" + what + "): keep one"});
    return std::nullopt;
  }

  Table const* table_;
  Responses* responses_;
  Plan plan_;
  std::size_t levels_ = 0;
};

/// The rows as pieces that can be read side by side. Quoted fields may hold line ends: then it is one piece.
std::vector<std::string_view> pieces_of(std::string_view rows, std::size_t threads) {
  if (rows.find('"') != std::string_view::npos) threads = 1;
  std::vector<std::string_view> pieces;
  for (std::size_t piece = 1; !rows.empty(); ++piece) {
    auto const cut = piece >= threads ? rows.size() : rows.find('\n', rows.size() / (threads - piece + 1));
    auto const length = cut >= rows.size() ? rows.size() : cut + 1;
    pieces.push_back(rows.substr(0, length));
    rows.remove_prefix(length);
  }
  return pieces;
}

std::size_t lines_in(std::string_view piece) {
  return static_cast<std::size_t>(std::ranges::count(piece, '\n')) + (piece.ends_with('\n') ? 0 : 1);
}

std::vector<RowReader> read_pieces(Table const& table, std::vector<ColumnPlan> const& plan,
                                   std::vector<std::string_view> const& pieces) {
  std::vector<RowReader> readers;
  readers.reserve(pieces.size());
  for (auto const piece : pieces) readers.emplace_back(plan, table.separator, piece);
  std::vector<std::jthread> workers;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    workers.emplace_back([&reader = readers[at], lines] { reader.read(lines, lines + 2); });
    lines += lines_in(pieces[at]);
  }
  return readers;
}

/// Columns of which a tenth of the answers or more lies between options.
std::set<std::size_t> not_whole(std::vector<RowReader> const& readers, std::size_t columns) {
  std::set<std::size_t> found;
  for (std::size_t column = 0; column < columns; ++column) {
    std::size_t between = 0;
    std::size_t answered = 0;
    for (auto const& reader : readers) {
      between += reader.between[column];
      answered += reader.answered[column];
    }
    if (between > 0 && between * 10 >= answered) found.insert(column);
  }
  return found;
}

/// A row for every line was kept free; what no row came of, and rows at fault, go.
void close_up(std::vector<std::vector<std::uint8_t>>& columns, std::vector<RowReader> const& readers,
              std::vector<std::string_view> const& pieces) {
  std::vector<std::pair<std::size_t, std::size_t>> kept;  // from, until
  std::size_t first = 0;
  for (std::size_t at = 0; at < readers.size(); ++at) {
    auto from = first;
    for (auto const bad : readers[at].bad_rows) {
      kept.emplace_back(from, bad);
      from = bad + 1;
    }
    kept.emplace_back(from, readers[at].row);
    first += lines_in(pieces[at]);
  }
  for (auto& column : columns) {
    auto write = column.begin();
    for (auto const& [from, until] : kept) {
      auto const* const data = column.data();
      write = write == column.begin() + static_cast<std::ptrdiff_t>(from)
                  ? column.begin() + static_cast<std::ptrdiff_t>(until)
                  : std::copy(data + from, data + until, write);
    }
    column.resize(static_cast<std::size_t>(write - column.begin()));
  }
}

/// The groups of a level over all pieces, under one numbering.
Level joined_level(std::vector<RowReader> const& readers, std::vector<std::string_view> const& pieces,
                   std::size_t level) {
  Level all;
  Names names;
  std::size_t first = 0;
  for (std::size_t at = 0; at < readers.size(); ++at) {
    auto const& reader = readers[at];
    std::vector<std::uint32_t> number;
    for (auto const& name : reader.levels[level].names) number.push_back(names.number_of(name));
    auto bad = reader.bad_rows.begin();
    for (std::size_t row = 0; row < reader.groups[level].size(); ++row) {
      if (bad != reader.bad_rows.end() && *bad == first + row) {
        ++bad;
      } else {
        all.of_row.push_back(number[reader.groups[level][row]]);
      }
    }
    first += lines_in(pieces[at]);
  }
  all.names = std::move(names.names);
  return all;
}

/// A team is a team of its school: those of the same name at two schools are two.
void put_below(Level const& over, Level& level) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
  std::vector<std::string> names;
  for (std::size_t row = 0; row < level.of_row.size(); ++row) {
    auto const parent = over.of_row[row];
    auto const [at, fresh] =
        numbers.emplace(std::pair(parent, level.of_row[row]), static_cast<std::uint32_t>(names.size()));
    if (fresh) {
      names.push_back(over.names[parent] + " / " + level.names[level.of_row[row]]);
      level.parents.push_back(parent);
    }
    level.of_row[row] = at->second;
  }
  level.names = std::move(names);
}

/// A name of which every row was at fault is no group.
void drop_empty(Level& level) {
  constexpr auto none = ~std::uint32_t{0};
  std::vector<std::uint32_t> number(level.names.size(), none);
  std::vector<std::string> names;
  for (auto& group : level.of_row) {
    if (number[group] == none) {
      number[group] = static_cast<std::uint32_t>(names.size());
      names.push_back(level.names[group]);
    }
    group = number[group];
  }
  level.names = std::move(names);
}

void add_faults(Responses& responses, std::vector<RowReader> const& readers) {
  for (auto const& reader : readers) {
    responses.bad_rows += reader.bad_rows.size();
    responses.fault_count += reader.fault_count;
    for (auto const& fault : reader.faults) {
      if (responses.faults.size() < most_faults) responses.faults.push_back(fault);
    }
  }
}

std::vector<double> values_by_byte(std::map<double, std::uint8_t> const& bytes) {
  std::vector<double> values(bytes.size());
  for (auto const& [value, byte] : bytes) values[byte - 1U] = value;
  return values;
}

/// Gives the items whose columns are not whole a byte for each value.
std::vector<std::map<double, std::uint8_t>> value_maps(Plan& plan, Responses const& responses,
                                                       std::set<std::size_t> const& columns) {
  std::vector<std::map<double, std::uint8_t>> values(responses.columns.size());
  for (std::size_t item = 0; item < values.size(); ++item) {
    auto const column = plan.column_of_item[item];
    if (!columns.contains(column)) continue;
    for (auto& target : plan.of_columns[column].targets) {
      if (target.answers == responses.columns[item].data()) target.values = &values[item];
    }
  }
  return values;
}

void add_levels(Responses& responses, std::vector<RowReader> const& readers,
                std::vector<std::string_view> const& pieces, std::vector<std::string> const& groups) {
  for (std::size_t level = 0; level < groups.size(); ++level) {
    responses.levels.push_back(joined_level(readers, pieces, level));
    responses.levels.back().column = groups[level];
    drop_empty(responses.levels.back());
    if (level > 0) put_below(responses.levels[level - 1], responses.levels[level]);
  }
  responses.rows = responses.levels.empty() ? 0 : responses.levels[0].of_row.size();
}

void add_scales(Responses& responses, std::vector<ScaleOfInstrument> const& scales,
                std::vector<std::map<double, std::uint8_t>> const& values) {
  std::size_t at = 0;
  for (auto const& scale : scales) {
    Scale made{.id = scale.id, .options = scale.options, .items = {}};
    for (auto const& item : scale.items) {
      made.items.push_back({.id = item, .answers = responses.columns[at], .values = values_by_byte(values[at])});
      ++at;
    }
    responses.scales.push_back(std::move(made));
  }
}

Plan plan_for(Table const& table, Responses& responses, std::vector<ScaleOfInstrument> const& scales,
              std::vector<std::string> const& groups, std::size_t rows) {
  Planner planner(table, responses);
  for (auto const& scale : scales) {
    for (auto const& item : scale.items) planner.add_item(scale, item, rows);
  }
  for (auto const& group : groups) planner.add_level(group);
  return std::move(planner).plan();
}

}  // namespace

Responses read_responses(std::string_view bytes, std::vector<ScaleOfInstrument> const& scales,
                         std::vector<std::string> const& groups, int threads) {
  Responses responses;
  auto const table = table_of(bytes);
  auto pieces = pieces_of(table.rows, static_cast<std::size_t>(std::max(threads, 1)));
  auto const rows = std::transform_reduce(pieces.begin(), pieces.end(), std::size_t{0}, std::plus(), lines_in);
  auto plan = plan_for(table, responses, scales, groups, rows);
  responses.faults = plan.faults;
  responses.fault_count = plan.faults.size();
  if (!plan.faults.empty()) return responses;

  auto readers = read_pieces(table, plan.of_columns, pieces);
  auto const numbers = not_whole(readers, table.names.size());
  auto const values = value_maps(plan, responses, numbers);
  if (!numbers.empty()) {
    for (auto const column : numbers) responses.not_whole.push_back(table.names[column]);
    pieces.assign(rows > 0 ? 1 : 0, table.rows);  // the bytes of the values are given out in one place
    readers = read_pieces(table, plan.of_columns, pieces);
  }
  add_faults(responses, readers);
  close_up(responses.columns, readers, pieces);
  add_levels(responses, readers, pieces, groups);
  add_scales(responses, scales, values);
  return responses;
}

}  // namespace lenig::measure
