#pragma once

#include "platform/access/visit.hpp"
#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/question.hpp"

// What the pages of this module say of refusals, and the ways back that they share.

namespace lenig::programme::pages {

std::vector<html::Link> programmes_crumb(i18n::Words const& tr);
std::vector<html::Link> crumbs_to(Programme const& programme, i18n::Words const& tr);
std::vector<html::Link> crumbs_to(Participation const& participation, std::string const& unit_name,
                                  i18n::Words const& tr);

html::Objection objection_to(TemplateRefusal why, i18n::Words const& tr);
html::Objection objection_to(CohortRefusal why, i18n::Words const& tr);
html::Objection objection_to(InvitationRefusal why, i18n::Words const& tr);
html::Objection objection_to(TurnRefusal why, i18n::Words const& tr);
html::Objection objection_to(QuestionRefusal why, i18n::Words const& tr);
html::Objection objection_to(ApproachRefusal why, i18n::Words const& tr);
html::Objection objection_to(MeetingRefusal why, i18n::Words const& tr);

/// Cohorts to choose from, each with its school year.
std::vector<html::Option> cohort_options(std::vector<Cohort> const& cohorts);

/// "2 uur en 30 minuten"
std::string duration(int minutes, i18n::Words const& tr);

}  // namespace lenig::programme::pages
