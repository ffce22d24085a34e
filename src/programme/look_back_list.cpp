// Which evaluations wait for somebody: for their own start page.
#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"
#include "programme/evaluation.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

struct OpenRow {
  Moment moment = Moment::meeting;
  std::string subject;
  std::string title;
  base::Date on_day;  // of the meeting; of a cohort the last day
};
BOOST_DESCRIBE_STRUCT(OpenRow, (), (moment, subject, title, on_day))

OpenLookBack open_from(OpenRow const& row) {
  if (row.moment == Moment::cohort) return {row.title, path_of(CohortId(row.subject)) + "/terugblik", row.on_day};
  return {row.title, path_of(MeetingId(row.subject)) + "/terugblik", row.on_day.plus_days(days_to_look_back)};
}

}  // namespace

std::vector<OpenLookBack> open_look_backs(db::Reading& reading, PersonId const& person,
                                          std::vector<ParticipationId> const& ways, base::Date today) {
  if (ways.empty()) return {};
  return base::collected(reading.all<OpenRow>(sql::open_look_backs, {{"ways", db::as_json(ways)},
                                                                     {"person", person},
                                                                     {"first", today.plus_days(-days_to_look_back)},
                                                                     {"tomorrow", today.plus_days(1)},
                                                                     {"today", today}}),
                         open_from);
}

}  // namespace lenig::programme
