#pragma once

#include <expected>

namespace lenig {

/// What a use case gives: its result, or the reason why not. A refusal is an enum of its own per use case.
template <class T, class Refusal>
using Result = std::expected<T, Refusal>;

}  // namespace lenig
