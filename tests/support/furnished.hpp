#pragma once

#include "tests/support/browser.hpp"

namespace lenig::tests {

/// Gives the other board of the case things of its own: a network, and a programme that its school of this name goes
/// through, with a meeting, a question, an adopted report and an agreement.
void furnish(Case& in, std::string const& school);

/// A lesson of a cohort, by its name, of a programme: a fresh one each time, for a request may remove it.
std::string fresh_lesson(Case& in, std::string const& programme, std::string const& cohort);

}  // namespace lenig::tests
