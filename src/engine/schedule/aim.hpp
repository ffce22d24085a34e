#pragma once

#include <chrono>
#include <string>

namespace lenig::schedule {

using Id = std::string;  // the caller's own name of a unit, cohort, step or trainer

/// How far an aim is reached, and a proven limit: no plan that does as well on the aims before it does better.
struct Aim {
  double value = 0;
  double bound = 0;
  double gap() const;  // |bound − value| ÷ max(1, |bound|); 0: proven best
};

/// Why a search ended: nothing better is possible; a fixed number of tries found nothing better; its time was up. In
/// the first two the answer is the same every time.
enum class Stopped { proof, work, time };

/// Every week, on the clocks of the Netherlands.
struct WeeklySlot {
  std::chrono::weekday day = std::chrono::Monday;
  int minute_of_day = 0;
  int minutes = 120;
};

}  // namespace lenig::schedule
