#pragma once

#include "platform/access/visit.hpp"
#include "programme/meeting.hpp"

// What the forms of meetings have in common.

namespace lenig::programme::pages {

/// Whether the viewer runs the programme: facilitates or trains in it.
bool runs_it(access::Viewer const& viewer);

std::vector<html::Option> kinds_of(std::vector<MeetingKind> const& kinds, i18n::Words const& tr);

/// When, how long, where, and who leads it.
void add_time_and_place(html::FormBuilder& form, i18n::Words const& tr);

/// The ways of a programme that can come to a meeting with this one: its own cohort first, then the others, each with
/// its cohort's name; and whoever comes already, also when they paused since.
std::vector<html::Option> company_of(db::Reading& reading, Programme const& programme, Participation const& way,
                                     std::vector<ParticipationId> const& already, base::Date today);

/// Two weeks from now, at two: a start for a date field.
std::string two_weeks_on(base::Date today);

}  // namespace lenig::programme::pages
