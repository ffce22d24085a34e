#include "programme/pages/looked_back_on.hpp"

#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

std::string LookedBackOn::path() const {
  return (evaluation.moment == Moment::meeting ? "/programma/bijeenkomst/" : "/programma/groep/") + evaluation.subject +
         "/terugblik";
}

std::string LookedBackOn::results_path() const { return path() + "/uitkomst"; }

std::vector<html::Link> LookedBackOn::crumbs(i18n::Words const& tr) const {
  auto links = crumbs_to(evaluation.programme, tr);
  if (!back.empty()) links.push_back({name, back});
  return links;
}

std::optional<LookedBackOn> meeting_looked_back_on(db::Reading& reading, MeetingId const& meeting) {
  auto const found = find_meeting(reading, meeting).value();
  auto ways = participations_at(reading, found);
  auto evaluation = evaluation_of(reading, found, ways);
  if (!evaluation) return std::nullopt;
  return LookedBackOn{std::move(*evaluation), std::move(ways), found.title, path_of(found.id)};
}

std::optional<LookedBackOn> cohort_looked_back_on(db::Reading& reading, CohortId const& cohort) {
  auto const found = find_cohort(reading, cohort).value();
  auto evaluation = evaluation_of(reading, found);
  if (!evaluation) return std::nullopt;
  return LookedBackOn{std::move(*evaluation), ways_of_cohort(reading, found),
                      found.name + " " + school_year_text(found.school_year), ""};
}

std::vector<Participation> ways_of_cohort(db::Reading& reading, Cohort const& cohort) {
  auto ways = participations_of(reading, find_programme(reading, cohort.programme).value());
  std::erase_if(ways, [&](auto const& way) { return way.cohort != cohort.id || way.status == Status::withdrawn; });
  return ways;
}

}  // namespace lenig::programme::pages
