#pragma once

#include <vector>

#include "platform/base/embedded.hpp"
#include "platform/db/query.hpp"

namespace lenig::app {

/// Every module's migrations, in the order of their dependence.
std::vector<base::Embedded> const& all_migrations();

/// Every module's queries: for the tests that prepare and explain them all.
std::vector<db::Query const*> all_queries();

/// Reads every module's views, once.
void load_views();

}  // namespace lenig::app
