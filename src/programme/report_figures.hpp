#pragma once

#include "programme/report.hpp"
#include "programme/rollout.hpp"
#include "programme/told.hpp"

namespace lenig::programme {

/// The marks that one question got in a period, over every meeting and cohort where at least five answered it.
struct Mark {
  Theme theme = Theme::works;
  std::string question;
  int answers = 0;
  double mean = 0;
};

/// Where the people of a cohort stand, as it is told; nothing when nothing was told yet.
struct CohortStanding {
  std::string cohort;
  std::optional<ToldStanding> told;
};

/// What the system knows of a programme in a period.
struct Figures {
  std::vector<Row> rows;                  // of units: of the cohorts under way in that school year
  std::vector<CohortStanding> standings;  // of people: of the same cohorts
  std::vector<Mark> marks;
  int talks_held = 0;  // of the directors
  int talks_dropped = 0;
  int meetings_held = 0;  // of a step
  int follow_ups = 0;     // in next year's calendar
};

/// The ways that go, or went, through it in this school year, the second year of an earlier cohort included.
std::vector<Participation> ways_under_way(db::Reading& reading, Programme const& programme, int school_year);

Figures figures_of(db::Reading& reading, Programme const& programme, int school_year, Period const& period,
                   base::Date today);

/// The marks under a theme.
std::vector<Mark> marks_under(Figures const& figures, Theme theme);

}  // namespace lenig::programme
