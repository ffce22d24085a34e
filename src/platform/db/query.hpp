#pragma once

#include <string_view>

namespace lenig::db {

/// A named query from a file in a module's folder `queries/`, with its twin for PostgreSQL where they differ.
/// Parameters stand in it as `:name`.
struct Query {
  std::string_view name;  // "module/query"
  std::string_view text;
  std::string_view postgres;

  std::string_view for_postgres() const { return postgres.empty() ? text : postgres; }
};

}  // namespace lenig::db
