#pragma once

// What the pages call things, and what they say when something is refused.

#include <string>

#include "organisation/person.hpp"
#include "organisation/unit.hpp"
#include "platform/html/form_page.hpp"
#include "platform/html/frame.hpp"

namespace lenig::organisation::pages {

std::string name_of(UnitKind kind, i18n::Words const& tr);

/// The letters that stand for somebody: "FO".
std::string initials(std::string const& given_name, std::string const& family_name);

/// A size as it was filled in, with every digit: "0,8125".
std::string exact(double fte, i18n::Words const& tr);

/// The way up from a unit of the viewer's board: these units, and the start of the organisation when there are none.
std::vector<html::Link> crumbs(std::vector<UnitSummary> const& above, i18n::Words const& tr);

html::Objection objection(UnitRefusal why, i18n::Words const& tr);
html::Objection objection(NetworkRefusal why, i18n::Words const& tr);
html::Objection objection(PersonRefusal why, i18n::Words const& tr);
/// `day` is the field of the form that a refused day was filled in at.
html::Objection objection(AppointmentRefusal why, std::string const& day, i18n::Words const& tr);
std::string words_for(InviteRefusal why, i18n::Words const& tr);

}  // namespace lenig::organisation::pages
