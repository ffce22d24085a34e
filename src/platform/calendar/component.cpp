#include "platform/calendar/component.hpp"

#include <cstdlib>
#include <stdexcept>

namespace lenig::calendar {

std::string text_of(icalcomponent* component) {
  std::unique_ptr<char, decltype(&std::free)> const text(icalcomponent_as_ical_string_r(component), std::free);
  if (!text) throw std::runtime_error("libical could not write a calendar");
  return text.get();
}

}  // namespace lenig::calendar
