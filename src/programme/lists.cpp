// What other modules ask: what waits, what comes, what changed.
#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme {

namespace {

/// The ways that these units run or go through, each once.
std::vector<Participation> ways_around(db::Reading& reading, std::vector<UnitId> const& units) {
  return reading.all<Participation>(sql::ways_around, {{"units", db::as_json(units)}});
}

std::vector<ParticipationId> ids_of(std::vector<Participation> const& ways) {
  return base::collected(ways, &Participation::id);
}

void drop_ways_of_others(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& runs,
                         std::vector<Participation>& ways) {
  std::vector<UnitId> units;
  for (auto const& way : ways) {
    if (!way.person.empty()) units.push_back(way.unit);
  }
  if (units.empty()) return;
  auto const led = organisation::led_by(reading, viewer, units);
  auto const holds = [](std::vector<UnitId> const& all, UnitId const& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  std::erase_if(ways, [&](Participation const& way) {
    return !way.person.empty() && way.person != viewer.person && !holds(led, way.unit) && !holds(runs, way.host);
  });
}

struct FollowUpOfWay {
  ParticipationId participation;
  std::string what;
  base::Date on_day;
};
BOOST_DESCRIBE_STRUCT(FollowUpOfWay, (), (participation, what, on_day))

/// The units of the rows by way: what happens on a way is told by its unit's name.
using Names = std::map<ParticipationId, std::string>;

Names names_in(std::vector<Row> const& rows) {
  Names names;
  for (auto const& row : rows) names[row.way.id] = row.unit_name;
  return names;
}

/// A meeting of several ways stands there once, with all their units.
std::vector<Coming> coming_in(std::vector<Row> const& rows, base::Date today, int most) {
  std::map<std::pair<base::LocalTime, MeetingId>, Coming> by_time;
  for (auto const& row : rows) {
    for (auto const& meeting : row.meetings) {
      if (meeting.state != MeetingState::planned || meeting.starts_at.date < today) continue;
      auto const [at, fresh] =
          by_time.try_emplace({meeting.starts_at, meeting.meeting},
                              Coming{meeting.meeting, meeting.title, row.unit_name, meeting.place, meeting.starts_at});
      if (!fresh) at->second.units += ", " + row.unit_name;
    }
  }
  std::vector<Coming> coming;
  for (auto& [key, one] : by_time) {
    if (static_cast<int>(coming.size()) == most) break;
    coming.push_back(std::move(one));
  }
  return coming;
}

std::vector<Happened> follow_ups_ahead(db::Reading& reading, std::string const& ways, Names const& names,
                                       base::Date today, int most) {
  auto const all =
      reading.all<FollowUpOfWay>(sql::follow_ups_of_ways, {{"ways", ways}, {"today", today}, {"most", most}});
  return base::collected(all, [&](FollowUpOfWay const& one) {
    return Happened{one.participation, names.at(one.participation) + ": " + one.what, one.on_day};
  });
}

std::vector<Happened> lately_on(db::Reading& reading, std::string const& ways, std::vector<Row> const& rows,
                                Names const& names, int most, i18n::Words const& tr) {
  std::vector<Happened> lately;
  for (auto const& row : rows) {
    for (auto const& done : row.done)
      lately.push_back({row.way.id, tr("{}: stap {} gedaan", row.unit_name, done.step), done.done_on});
  }
  for (auto const& turn : reading.all<Taken>(sql::turns_of_ways, {{"ways", ways}, {"most", most}})) {
    lately.push_back({turn.participation, names.at(turn.participation) + ": " + words_for(turn.kind, tr), turn.on_day});
  }
  std::stable_sort(lately.begin(), lately.end(),
                   [](Happened const& a, Happened const& b) { return a.on_day > b.on_day; });
  lately.resize(std::min(lately.size(), static_cast<std::size_t>(most)));
  return lately;
}

WaySummary summary_of(Row const& row, i18n::Words const& tr) {
  return {row.way.id,
          row.way.programme,
          row.way.host,
          row.way.unit,
          row.unit_name,
          row.person_name,
          row.way.programme_name,
          row.way.cohort_name,
          words_for(row.way.status, tr)};
}

}  // namespace

Surroundings around(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units,
                    std::vector<UnitId> const& runs, int most, i18n::Words const& tr) {
  auto ways = ways_around(reading, units);
  drop_ways_of_others(reading, viewer, runs, ways);
  if (ways.empty()) return {};
  auto const rows = rows_of(reading, ways, viewer.today);
  auto const names = names_in(rows);
  auto const ids = db::as_json(ids_of(ways));
  return {.waits = waits_in(rows),
          .coming = coming_in(rows, viewer.today, most),
          .follow_ups = follow_ups_ahead(reading, ids, names, viewer.today, most),
          .lately = lately_on(reading, ids, rows, names, most, tr),
          .ways = base::collected(rows, [&](Row const& row) { return summary_of(row, tr); })};
}

bool takes_part(db::Reading& reading, PersonId const& person) {
  return reading.one<int>(sql::takes_part, {{"person", person}}).has_value();
}

std::vector<ProgrammeSummary> programmes_run_by(db::Reading& reading, std::vector<UnitId> const& units) {
  return reading.all<ProgrammeSummary>(sql::programmes_run_by, {{"hosts", db::as_json(units)}});
}

}  // namespace lenig::programme
