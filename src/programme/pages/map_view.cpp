#include "programme/pages/map_view.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "programme/pages/words.hpp"
#include "programme/told.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;
using access::Relation;

constexpr std::size_t most_waits = 6;
constexpr std::size_t most_named = 3;

/// Who may see what on this map.
struct Sight {
  bool all_reasons = false;
  bool opens_all = false;
  std::set<UnitId> led;
};

Sight sight_of(db::Reading& reading, access::Viewer const& viewer, RollOut const& map) {
  Sight sight;
  for (auto const relation : {Relation::facilitator, Relation::trainer, Relation::hr, Relation::board_member}) {
    sight.all_reasons = sight.all_reasons || viewer.relations.has(relation);
  }
  sight.opens_all = sight.all_reasons;
  std::vector<UnitId> units;
  for (auto const& band : map.bands) {
    for (auto const& row : band.rows) units.push_back(row.way.unit);
  }
  auto const led = organisation::led_by(reading, viewer, units);
  sight.led = {led.begin(), led.end()};
  return sight;
}

std::string cell_text(Cell const& cell, i18n::Words const& tr) {
  auto const day = cell.on_day ? tr.day(*cell.on_day) : "";
  switch (cell.state) {
    case CellState::done: return tr("gedaan op {}", day);
    case CellState::planned: return tr("gepland op {}", day);
    case CellState::next: return tr("aan de beurt, nog geen dag gekozen");
    case CellState::late:
      return cell.on_day ? tr("was op {}, nog niet vastgelegd", day) : tr("te laat: nog geen dag gekozen");
    case CellState::paused: return tr("gepauzeerd sinds {}", day);
    case CellState::later: return tr("nog niet gepland");
  }
  return {};
}

std::string short_when(Cell const& cell, i18n::Words const& tr) {
  if (!cell.on_day) return {};
  auto const number = static_cast<unsigned>(cell.on_day->calendar().day());
  return std::to_string(number) + " " + tr.short_month(*cell.on_day);  // the cohort's heading has the year
}

CellView view_of(Cell const& cell, i18n::Words const& tr) {
  return {std::string(base::name_of(cell.state)), tr("Stap {}", cell.step), short_when(cell, tr), cell_text(cell, tr)};
}

std::string next_text(Row const& row, i18n::Words const& tr) {
  if (row.way.status == Status::paused) return tr("Ligt stil sinds {}", tr.month(row.way.since));
  if (row.next) {
    Wait const wait{.what = row.next->what, .whom = row.next->whom, .step = row.next->step};
    return tr("Nu: {}", words_for(wait, tr));
  }
  if (row.next_day) return tr("Volgende: {}", tr.short_day(*row.next_day));
  return {};
}

std::string second_year_text(Row const& row, i18n::Words const& tr) {
  if (!row.way.second_year) return {};
  if (row.second_year.empty()) return school_year_text(row.way.school_year + 1);
  return base::joined(base::collected(row.second_year, [&](base::Date day) { return tr.short_day(day); }), ", ");
}

RowView view_of(Row const& row, Sight const& sight, i18n::Words const& tr) {
  bool const own = sight.led.contains(row.way.unit);
  RowView view{.unit = row.person_name.empty() ? row.unit_name : row.person_name + ", " + row.unit_name,
               .way_path = own || sight.opens_all ? path_of(row.way.id) : "",
               .own = own,
               .status = std::string(base::name_of(row.way.status)),
               .status_text = words_for(row.way.status, tr),
               .next = next_text(row, tr),
               .late = row.next && row.next->late,
               .second_year = second_year_text(row, tr),
               .cohort = row.way.cohort_name};
  if (row.way.reason && (own || sight.all_reasons)) view.reason = words_for(*row.way.reason, tr);
  for (auto const& cell : row.cells) view.cells.push_back(view_of(cell, tr));
  return view;
}

/// What may be told of how many people stand where; none when everybody stands on the page by name.
using Told = std::optional<std::map<CohortId, ToldStanding>>;

Told told_on(db::Reading& reading, RollOut const& map, Sight const& sight) {
  if (map.programme.audience == Audience::units || sight.all_reasons) return std::nullopt;
  return told_of(reading, {map.programme.id});
}

/// Nobody yet is no secret; of the first few nothing is told.
std::optional<int> members_told(Band const& band, Told const& told) {
  if (!told) return band.cohort.members;
  auto const of_band = told->find(band.cohort.id);
  if (of_band != told->end()) return of_band->second.members;
  return band.rows.empty() ? std::optional(0) : std::nullopt;
}

std::string size_of(Band const& band, Told const& told, i18n::Words const& tr) {
  auto const most = band.cohort.most;
  auto const members = members_told(band, told);
  if (!members) return most ? tr("ten hoogste {}", *most) : "";
  return most ? tr("{} van ten hoogste {}", *members, *most) : std::to_string(*members);
}

std::string tally_in(Band const& band, Told const& told, i18n::Words const& tr) {
  if (!told) return tally_of(counts_by_status(base::collected(band.rows, &Row::way)), tr);
  auto const of_band = told->find(band.cohort.id);
  if (of_band != told->end()) return words_for(of_band->second, tr);
  return band.rows.empty() ? "" : tr("kleine aantallen blijven weg");
}

BandView view_of(Band const& band, Told const& told, Sight const& sight, access::Viewer const& viewer,
                 i18n::Words const& tr) {
  auto const& cohort = band.cohort;
  BandView view{.name = cohort.name,
                .school_year = tr("schooljaar {}", school_year_text(cohort.school_year)),
                .count = size_of(band, told, tr),
                .tally = tally_in(band, told, tr),
                .runs_now = cohort.school_year == school_year_of(viewer.today),
                .cohort_path = path_of(cohort.id),
                .has_rows = !band.rows.empty()};
  if (viewer.may(Action::change, Matter::cohort)) {
    view.change_path = path_of(cohort.id) + "/wijzigen";
    view.invite_path = path_of(cohort.id) + "/uitnodigen";
  }
  for (auto const& row : band.rows) {
    // Of people there is a tally; by name they stand there for who runs it, and for their own leader.
    bool const of_person = !row.way.person.empty();
    if (!of_person || sight.all_reasons || sight.led.contains(row.way.unit))
      view.rows.push_back(view_of(row, sight, tr));
  }
  return view;
}

/// The same thing, asked of the same people by the same day, is said once for all units.
std::string key_of(Wait const& wait) {
  return std::string(base::name_of(wait.what)) + std::to_string(wait.step) + std::string(base::name_of(wait.whom)) +
         wait.due.text();
}

WaitView view_of(Wait const& wait, i18n::Words const& tr) {
  auto const day = tr.short_day(wait.due);
  auto const who = words_for(wait.whom, tr);
  return {.what = words_for(wait, tr),
          .who = wait.late ? tr("wacht op {}, sinds {}", who, day) : tr("wacht op {}, tot {}", who, day),
          .late = wait.late};
}

/// Late ones first; who only leads a school sees what waits there.
void add_waits(MapFrame& frame, RollOut const& map, Sight const& sight, i18n::Words const& tr) {
  auto waits = waits_in(map);
  std::set<ParticipationId> open;
  for (auto const& band : map.bands) {
    for (auto const& row : band.rows) {
      if (sight.opens_all || sight.led.contains(row.way.unit)) open.insert(row.way.id);
    }
  }
  std::erase_if(waits, [&](Wait const& wait) {
    return !open.contains(wait.participation) || (!wait.late && wait.what == WaitsFor::resumption);
  });
  std::stable_partition(waits.begin(), waits.end(), [](Wait const& wait) { return wait.late; });
  std::map<std::string, std::size_t> known;
  std::vector<long long> left_out;
  for (auto const& wait : waits) {
    auto const [at, fresh] = known.emplace(key_of(wait), frame.waits.size());
    if (fresh) {
      frame.waits.push_back(view_of(wait, tr));
      left_out.push_back(0);
    }
    auto& view = frame.waits[at->second];
    if (view.at.size() < most_named) {
      view.at.push_back({wait.unit_name, path_of(wait.participation)});
    } else {
      view.others = tr.n("en {} andere", "en {} andere", ++left_out[at->second]);
    }
  }
  frame.waits.resize(std::min(frame.waits.size(), most_waits));
  frame.has_waits = !frame.waits.empty();
}

/// The talks of the project team and the directors, for those who sit in them.
void add_talks(MapFrame& frame, db::Reading& reading, access::Viewer const& viewer, Programme const& programme,
               i18n::Words const& tr) {
  if (!viewer.may(Action::see, Matter::talk)) return;
  auto const talks = meetings_of_programme(reading, programme);
  frame.alerts = words_for(dropped_in(talks, programme.standing_item, viewer.today), tr);
  for (auto const& meeting : talks) {
    auto const state = meeting.state == MeetingState::cancelled ? tr("afgezegd")
                       : meeting.state == MeetingState::held    ? tr("gehouden")
                                                                : tr("gepland");
    frame.talks.push_back({meeting.title, tr.day(meeting.starts_at.date) + " · " + state, path_of(meeting.id)});
  }
  frame.has_talks = !frame.talks.empty();
}

/// Reports that should have been there, for those who see them.
void add_missing_reports(MapFrame& frame, db::Reading& reading, RollOut const& map, access::Viewer const& viewer,
                         i18n::Words const& tr) {
  std::vector<Participation> ways;
  for (auto const& band : map.bands) {
    for (auto const& row : band.rows) ways.push_back(row.way);
  }
  for (auto const& one : missing_reports(reports_of(reading, map.programme), ways, viewer.today)) {
    frame.alerts.push_back(
        tr("{} had er op {} moeten zijn.", title_of(one, tr), tr.day(due_of(one.kind, one.school_year))));
  }
}

/// "24 scholen en teams". Of people those who did not withdraw, and no number as soon as a cohort withholds its own.
std::string who_go_through(RollOut const& map, Told const& told, i18n::Words const& tr) {
  int ways = 0;
  std::optional<int> members = 0;
  for (auto const& band : map.bands) {
    auto const of_band = members_told(band, told);
    members = members && of_band ? std::optional(*members + *of_band) : std::nullopt;
    ways += static_cast<int>(band.rows.size());
  }
  if (map.programme.audience == Audience::units) return tr.n("{} school of team", "{} scholen en teams", ways);
  return members ? tr.n("{} deelnemer", "{} deelnemers", *members) : tr("Enkele deelnemers");
}

}  // namespace

MapFrame map_frame(db::Reading& reading, access::Viewer const& viewer, RollOut const& map, i18n::Words const& tr) {
  auto const sight = sight_of(reading, viewer, map);
  auto const told = told_on(reading, map, sight);
  MapFrame frame{.name = map.programme.name,
                 .path = path_of(map.programme.id),
                 .places = places_of(map.programme, Place::map, viewer, tr)};
  for (auto const& band : map.bands) {
    frame.bands.push_back(view_of(band, told, sight, viewer, tr));
    frame.has_second_year = frame.has_second_year || band.cohort.second_year;
  }
  auto const who = who_go_through(map, told, tr);
  auto const steps = tr.n("{} stap", "{} stappen", static_cast<long long>(map.steps.size()));
  frame.lead = tr("{}, {}. Stand van {}.", who, steps, tr.weekday(viewer.today));
  for (auto& band : frame.bands) {
    for (auto& row : band.rows) row.shows_second_year = frame.has_second_year;
  }
  frame.may_change = viewer.may(Action::change, Matter::cohort);
  frame.may_talk = viewer.may(Action::change, Matter::talk);
  frame.has_bands = !frame.bands.empty();
  for (auto const& step : map.steps) frame.columns.push_back({step.position, step.title});
  frame.columns_count = static_cast<int>(frame.columns.size()) + 2 + (frame.has_second_year ? 1 : 0);
  add_waits(frame, map, sight, tr);
  add_talks(frame, reading, viewer, map.programme, tr);
  add_missing_reports(frame, reading, map, viewer, tr);
  frame.has_alerts = !frame.alerts.empty();
  return frame;
}

}  // namespace lenig::programme::pages
