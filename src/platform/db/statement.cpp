#include <stdexcept>

#include "platform/db/connection.hpp"

namespace lenig::db {

namespace {

void exchange(soci::statement& statement, Value& value, soci::indicator& indicator, std::string const& name) {
  switch (value.kind) {
    case Kind::text: statement.exchange(soci::use(value.text, indicator, name)); return;
    case Kind::integer: statement.exchange(soci::use(value.integer, indicator, name)); return;
    case Kind::real: statement.exchange(soci::use(value.real, indicator, name)); return;
  }
}

void exchange(soci::statement& statement, Value& value, soci::indicator& indicator) {
  switch (value.kind) {
    case Kind::text: statement.exchange(soci::into(value.text, indicator)); return;
    case Kind::integer: statement.exchange(soci::into(value.integer, indicator)); return;
    case Kind::real: statement.exchange(soci::into(value.real, indicator)); return;
  }
}

}  // namespace

Statement::Statement(soci::session& session, std::string_view text, std::string name, Values const& values,
                     std::vector<Kind> const& kinds, std::vector<std::string_view> names)
    : name_(std::move(name)), names_(std::move(names)), statement_(session) {
  bind_parameters(values);
  for (auto const kind : kinds) {
    columns_.push_back(std::make_unique<Bound>(Bound{.value = {.kind = kind}}));
    exchange(statement_, columns_.back()->value, columns_.back()->indicator);
  }
  for (auto const kind : kinds) row_.push_back({.kind = kind});
  statement_.alloc();
  statement_.prepare(std::string(text));
  statement_.define_and_bind();
}

void Statement::bind_parameters(Values const& values) {
  for (auto const& given : values) {
    parameter_names_.emplace_back(given.name);
    parameters_.push_back(std::make_unique<Bound>(Bound{.value = given.value}));
    exchange(statement_, parameters_.back()->value, parameters_.back()->indicator, parameter_names_.back());
  }
}

long long Statement::execute(Values const& values, std::function<void(std::span<Value const>)> const& row) {
  take(values);
  bool found = statement_.execute(true);
  if (!columns_.empty() && !checked_) check_columns();
  long long const changed = columns_.empty() ? statement_.get_affected_rows() : 0;
  while (found && !columns_.empty()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::swap(row_[i], columns_[i]->value);  // the next row is written over the one before
      row_[i].null = columns_[i]->indicator == soci::i_null;
    }
    row(row_);
    found = statement_.fetch();
  }
  return changed;
}

void Statement::take(Values const& values) {
  if (values.size() != parameters_.size())
    throw std::logic_error(name_ + " is asked with other parameters than before");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].name != parameter_names_[i] || values[i].value.kind != parameters_[i]->value.kind) {
      throw std::logic_error(name_ + ": parameter '" + std::string(values[i].name) +
                             "' is of another kind or order than before");
    }
    parameters_[i]->value = values[i].value;
    parameters_[i]->indicator = values[i].value.null ? soci::i_null : soci::i_ok;
  }
}

/// Columns are bound by place; this finds a query whose columns stand in another order than the struct's members.
void Statement::check_columns() {
  checked_ = true;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    soci::data_type type = soci::dt_string;
    std::string column;
    statement_.get_backend()->describe_column(static_cast<int>(i) + 1, type, column);
    if (column != names_[i]) {
      throw std::logic_error(name_ + " gives '" + column + "' where the struct has '" + std::string(names_[i]) + "'");
    }
  }
}

}  // namespace lenig::db
