#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/measure/responses.hpp"

namespace lenig::app {

/// A fault in a JSON file: where (a JSON pointer), and what to do.
struct FaultInJson {
  std::string pointer;
  std::string message;
};

struct ReadInstrument {
  std::vector<measure::ScaleOfInstrument> scales;
  std::vector<FaultInJson> faults;
};

/// {"scales":[{"id","items":[column],"options":[lowest,highest],"reversed":[column]}]}
ReadInstrument read_instrument(std::string_view json);

}  // namespace lenig::app
