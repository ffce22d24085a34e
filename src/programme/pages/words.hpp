#pragma once

#include "platform/access/visit.hpp"
#include "programme/agreement.hpp"
#include "programme/cohort.hpp"
#include "programme/evaluation.hpp"
#include "programme/facilitation.hpp"
#include "programme/lesson.hpp"
#include "programme/meeting.hpp"
#include "programme/project_team.hpp"
#include "programme/question.hpp"
#include "programme/report.hpp"
#include "programme/summons.hpp"

// What the pages of this module say of refusals, and the ways back that they share.

namespace lenig::programme::pages {

using programme::words_for;

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
html::Objection objection_to(LookBackRefusal why, i18n::Words const& tr);
html::Objection objection_to(AnswerRefusal why, i18n::Words const& tr);
html::Objection objection_to(LessonRefusal why, i18n::Words const& tr);
html::Objection objection_to(ReadingRefusal why, i18n::Words const& tr);
html::Objection objection_to(ReportRefusal why, i18n::Words const& tr);
html::Objection objection_to(AgreementRefusal why, i18n::Words const& tr);
html::Objection objection_to(TeamRefusal why, i18n::Words const& tr);
html::Objection objection_to(SummonsRefusal why, i18n::Words const& tr);
html::Objection objection_to(FacilitationRefusal why, i18n::Words const& tr);
/// What was let go of, a sentence each.
std::vector<std::string> words_for(Dropped const& dropped, i18n::Words const& tr);

/// Cohorts to choose from, each with its school year.
std::vector<html::Option> cohort_options(std::vector<Cohort> const& cohorts);

/// "2 uur en 30 minuten"
std::string duration(int minutes, i18n::Words const& tr);

}  // namespace lenig::programme::pages
