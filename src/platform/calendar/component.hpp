#pragma once

// libical's objects with an owner; included by this module's .cpp files only.
#include <libical/ical.h>

#include <memory>
#include <string>

namespace lenig::calendar {

struct ComponentFreed {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentFreed>;

/// The text of a component: folded, with CR LF.
std::string text_of(icalcomponent* component);

}  // namespace lenig::calendar
