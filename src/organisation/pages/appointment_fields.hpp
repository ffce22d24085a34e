#pragma once

// The fields that the forms about an appointment share.

#include <string>
#include <vector>

#include "platform/html/form_page.hpp"

namespace lenig::organisation::pages {

/// The functions that the board knows, with room for another.
void add_function_fields(html::FormBuilder& form, i18n::Words const& tr, std::vector<std::string> const& functions);

/// Function, size and period of a new appointment.
void add_appointment_fields(html::FormBuilder& form, i18n::Words const& tr, std::vector<std::string> const& functions);

/// What was typed goes before what was chosen.
std::string function_of(std::string const& chosen, std::string const& typed);

}  // namespace lenig::organisation::pages
