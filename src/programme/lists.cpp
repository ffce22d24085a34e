// What other modules ask: what waits, what comes, what changed.
#include <algorithm>
#include <map>
#include <set>

#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme {

namespace {

/// The ways that these units run or go through, each once.
std::vector<Participation> ways_around(db::Reading& reading, std::vector<UnitId> const& units) {
  auto ways = reading.all<Participation>(sql::participations_of_units, {{"units", db::as_json(units)}});
  std::set<ParticipationId> known;
  for (auto const& way : ways) known.insert(way.id);
  for (auto& way : reading.all<Participation>(sql::ways_run_by, {{"hosts", db::as_json(units)}})) {
    if (known.insert(way.id).second) ways.push_back(std::move(way));
  }
  return ways;
}

std::vector<ParticipationId> ids_of(std::vector<Participation> const& ways) {
  return base::collected(ways, &Participation::id);
}

std::map<UnitId, std::string> names_of(db::Reading& reading, std::vector<Participation> const& ways) {
  std::map<UnitId, std::string> names;
  for (auto const& unit : organisation::units_by_ids(reading, base::collected(ways, &Participation::unit)))
    names[unit.id] = unit.name;
  return names;
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

std::vector<Happened> follow_ups_ahead(db::Reading& reading, std::vector<Participation> const& ways,
                                       std::map<UnitId, std::string> const& names, base::Date today, int most) {
  std::map<ParticipationId, UnitId> units;
  for (auto const& way : ways) units[way.id] = way.unit;
  std::vector<Happened> ahead;
  for (auto const& one : reading.all<FollowUpOfWay>(
           sql::follow_ups_of_ways, {{"ways", db::as_json(ids_of(ways))}, {"today", today}, {"most", most}})) {
    auto const name = names.find(units[one.participation]);
    ahead.push_back({one.participation, name == names.end() ? one.what : name->second + ": " + one.what, one.on_day});
  }
  return ahead;
}

}  // namespace

Surroundings around(db::Reading& reading, access::Viewer const& viewer, std::vector<UnitId> const& units,
                    std::vector<UnitId> const& runs, int most, i18n::Words const& tr) {
  auto ways = ways_around(reading, units);
  drop_ways_of_others(reading, viewer, runs, ways);
  if (ways.empty()) return {};
  Surroundings found;
  std::map<ParticipationId, Participation const*> by_id;
  for (auto const& way : ways) by_id[way.id] = &way;
  auto const names = names_of(reading, ways);
  auto const name_of = [&](ParticipationId const& way) {
    auto const name = names.find(by_id.at(way)->unit);
    return name == names.end() ? std::string() : name->second;
  };

  auto const rows = rows_of(reading, ways, viewer.today);
  found.waits = waits_in(rows);
  for (auto const& row : rows) {
    found.ways.push_back({row.way.id, row.way.programme, row.way.host, row.way.unit, row.unit_name, row.person_name,
                          row.way.programme_name, row.way.cohort_name, words_for(row.way.status, tr)});
  }
  std::map<MeetingId, std::size_t> places;
  for (auto const& meeting : meetings_of_ways(reading, ids_of(ways))) {
    if (meeting.state != MeetingState::planned || meeting.starts_at.date < viewer.today) continue;
    auto const [at, fresh] = places.emplace(meeting.meeting, found.coming.size());
    if (fresh) {
      if (static_cast<int>(found.coming.size()) == most) continue;
      found.coming.push_back(
          {meeting.meeting, meeting.title, name_of(meeting.participation), meeting.place, meeting.starts_at});
    } else if (at->second < found.coming.size()) {
      found.coming[at->second].units += ", " + name_of(meeting.participation);
    }
  }
  found.follow_ups = follow_ups_ahead(reading, ways, names, viewer.today, most);
  for (auto const& done : reading.all<StepDone>(sql::steps_done_of_ways, {{"ways", db::as_json(ids_of(ways))}})) {
    found.lately.push_back(
        {done.participation, tr("{}: stap {} gedaan", name_of(done.participation), done.step), done.done_on});
  }
  for (auto const& turn :
       reading.all<Taken>(sql::turns_of_ways, {{"ways", db::as_json(ids_of(ways))}, {"most", most}})) {
    found.lately.push_back(
        {turn.participation, name_of(turn.participation) + ": " + words_for(turn.kind, tr), turn.on_day});
  }
  std::stable_sort(found.lately.begin(), found.lately.end(),
                   [](Happened const& a, Happened const& b) { return a.on_day > b.on_day; });
  found.lately.resize(std::min(found.lately.size(), static_cast<std::size_t>(most)));
  return found;
}

std::vector<ProgrammeSummary> programmes_run_by(db::Reading& reading, std::vector<UnitId> const& units) {
  return reading.all<ProgrammeSummary>(sql::programmes_run_by, {{"hosts", db::as_json(units)}});
}

}  // namespace lenig::programme
