#include "programme/report_figures.hpp"

#include <algorithm>

#include "programme/evaluation.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

/// The marks of one question about one meeting or cohort.
struct Marked {
  Theme theme = Theme::works;
  std::string question;
  int answers = 0;
  int sum = 0;
};
BOOST_DESCRIBE_STRUCT(Marked, (), (theme, question, answers, sum))

struct Counted {
  int talks_held = 0;
  int talks_dropped = 0;
  int meetings_held = 0;
  int follow_ups = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (talks_held, talks_dropped, meetings_held, follow_ups))

db::Values of_programme(Period const& period, Programme const& programme) {
  return {{"board", programme.board},
          {"first", period.from},
          {"after", period.until.plus_days(1)},
          {"programme", programme.id}};
}

bool is_under_way(auto const& way_or_cohort, int school_year) {
  auto const& of = way_or_cohort;
  return of.school_year == school_year || (of.second_year && of.school_year == school_year - 1);
}

/// Of people no rows: they are counted, and only as the map and the API tell it too.
std::vector<CohortStanding> standings_of(db::Reading& reading, Programme const& programme, int school_year) {
  auto const told = told_of(reading, {programme.id});
  std::vector<CohortStanding> standings;
  for (auto const& cohort : cohorts_of(reading, programme)) {
    if (!is_under_way(cohort, school_year)) continue;
    auto const of_cohort = told.find(cohort.id);
    standings.push_back({cohort.name, of_cohort == told.end() ? std::nullopt : std::optional(of_cohort->second)});
  }
  return standings;
}

/// Only what was shown by itself counts: else the sum would tell what was withheld.
std::vector<Mark> gathered(std::vector<Marked> const& all) {
  std::vector<Mark> marks;
  for (auto const& one : all) {
    if (one.answers < fewest_answers) continue;
    auto at = std::ranges::find_if(
        marks, [&](Mark const& mark) { return mark.theme == one.theme && mark.question == one.question; });
    if (at == marks.end()) at = marks.insert(marks.end(), {one.theme, one.question, 0, 0});
    at->mean = (at->mean * at->answers + one.sum) / (at->answers + one.answers);
    at->answers += one.answers;
  }
  return marks;
}

}  // namespace

std::vector<Participation> ways_under_way(db::Reading& reading, Programme const& programme, int school_year) {
  auto ways = participations_of(reading, programme);
  std::erase_if(ways, [&](auto const& way) { return !is_under_way(way, school_year); });
  return ways;
}

Figures figures_of(db::Reading& reading, Programme const& programme, int school_year, Period const& period,
                   base::Date today) {
  Figures figures;
  if (programme.audience == Audience::units) {
    figures.rows = rows_of(reading, ways_under_way(reading, programme, school_year), today);
  } else {
    figures.standings = standings_of(reading, programme, school_year);
  }
  auto of_marks = of_programme(period, programme);
  of_marks.emplace_back("today", today);
  of_marks.emplace_back("closed", today.plus_days(-days_to_look_back));  // meetings before it are looked back on
  figures.marks = gathered(reading.all<Marked>(sql::marks_in_period, of_marks));
  auto const counted = reading.one<Counted>(sql::counts_in_period, of_programme(period, programme)).value();
  figures.talks_held = counted.talks_held;
  figures.talks_dropped = counted.talks_dropped;
  figures.meetings_held = counted.meetings_held;
  figures.follow_ups = counted.follow_ups;
  return figures;
}

std::vector<Mark> marks_under(Figures const& figures, Theme theme) {
  std::vector<Mark> marks;
  std::ranges::copy_if(figures.marks, std::back_inserter(marks), [&](Mark const& one) { return one.theme == theme; });
  return marks;
}

}  // namespace lenig::programme
