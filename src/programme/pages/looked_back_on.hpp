#pragma once

#include "platform/access/visit.hpp"
#include "programme/evaluation.hpp"

namespace lenig::programme::pages {

/// A meeting or a cohort that people look back on: what the pages of an evaluation have in common.
struct LookedBackOn {
  Evaluation evaluation;
  std::vector<Participation> ways;  // whose people are asked
  std::string name;                 // of the meeting or the cohort
  std::string back;                 // the page that leads here

  std::string path() const;          // where people answer
  std::string results_path() const;  // where the answers stand
  std::vector<html::Link> crumbs(i18n::Words const& tr) const;
};

/// Of the meeting or the cohort in the path; nothing when there is nothing to look back on.
std::optional<LookedBackOn> meeting_looked_back_on(db::Reading& reading, MeetingId const& meeting);
std::optional<LookedBackOn> cohort_looked_back_on(db::Reading& reading, CohortId const& cohort);

/// The ways of a cohort that did not withdraw.
std::vector<Participation> ways_of_cohort(db::Reading& reading, Cohort const& cohort);

}  // namespace lenig::programme::pages
