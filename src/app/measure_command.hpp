#pragma once

#include <string>

namespace lenig::app {

struct MeasureResponses {
  std::string responses;   // CSV
  std::string instrument;  // JSON
  std::string groups;      // columns, apart by commas, from the outside in
  int least = 5;
  std::string missing = "listwise";
  bool lenient = false;
  bool control = true;
  std::string result;  // JSON
};
/// Measures a file of responses: figures of every scale, over all and by group.
int measure_responses(MeasureResponses const& what);

}  // namespace lenig::app
