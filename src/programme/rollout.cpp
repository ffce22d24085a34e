#include "programme/rollout.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

struct StepsOfVersion {
  ProgrammeId programme;
  int version = 0;
  int steps = 0;
};
BOOST_DESCRIBE_STRUCT(StepsOfVersion, (), (programme, version, steps))

/// Everything that the rows are made of, by participation.
struct Material {
  std::map<ParticipationId, std::vector<StepDone>> done;
  std::map<ParticipationId, std::vector<MeetingOfWay>> meetings;
  std::set<ParticipationId> with_approach;
  std::map<std::pair<ProgrammeId, int>, int> steps;
  std::map<UnitId, std::string> units;
  std::map<PersonId, std::string> people;
};

void gather_names(db::Reading& reading, std::vector<Participation> const& ways, Material& material) {
  std::vector<UnitId> units;
  std::vector<PersonId> people;
  std::vector<BoardId> boards;
  for (auto const& way : ways) {
    units.push_back(way.unit);
    boards.push_back(way.unit_board);
    if (!way.person.empty()) people.push_back(way.person);
  }
  for (auto const& unit : organisation::units_by_ids(reading, units)) material.units[unit.id] = unit.name;
  if (people.empty()) return;
  for (auto const& person : organisation::people_by_ids(reading, boards, people))
    material.people[person.id] = person.name();
}

Material gather(db::Reading& reading, std::vector<Participation> const& ways) {
  std::vector<ParticipationId> ids;
  std::set<ProgrammeId> programmes;
  for (auto const& way : ways) {
    ids.push_back(way.id);
    programmes.insert(way.programme);
  }
  db::Values const of_ways{{"ways", db::as_json(ids)}};
  Material material;
  for (auto const& one : reading.all<StepDone>(sql::steps_done_of_ways, of_ways))
    material.done[one.participation].push_back(one);
  for (auto const& one : reading.all<MeetingOfWay>(sql::meetings_of_ways, of_ways))
    material.meetings[one.participation].push_back(one);
  for (auto const& one : reading.all<ParticipationId>(sql::approaches_of_ways, of_ways))
    material.with_approach.insert(one);
  db::Values const of_programmes{{"programmes", db::as_json(std::vector(programmes.begin(), programmes.end()))}};
  for (auto const& one : reading.all<StepsOfVersion>(sql::steps_of_versions, of_programmes))
    material.steps[{one.programme, one.version}] = one.steps;
  gather_names(reading, ways, material);
  return material;
}

Way way_of(Row const& row, Material const& material, int steps, base::Date today) {
  Way way{.status = row.way.status,
          .since = row.way.since,
          .school_year = row.way.school_year,
          .second_year = row.way.second_year,
          .steps = steps};
  for (auto const& cell : row.cells) way.done += cell.state == CellState::done;
  way.has_approach = material.with_approach.contains(row.way.id);
  auto const meetings = material.meetings.find(row.way.id);
  if (meetings == material.meetings.end()) return way;
  for (auto const& meeting : meetings->second) {
    if (meeting.state != MeetingState::planned) continue;
    if (meeting.starts_at.date < today) {
      way.past_unrecorded = way.past_unrecorded.value_or(meeting.starts_at.date);
      way.unrecorded_step = meeting.step.value_or(0);
    } else if (!way.next_planned) {
      way.next_planned = meeting.starts_at.date;
    }
  }
  return way;
}

CellState open_state(Participation const& way, int step, int steps, bool is_next, base::Date today) {
  if (!is_next) return CellState::later;
  if (way.status == Status::paused) return CellState::paused;
  if (way.status != Status::active) return CellState::later;
  return due_of_step(way.school_year, steps, step) < today ? CellState::late : CellState::next;
}

/// What was planned and what is done, each at its step.
void mark_known(std::vector<Cell>& cells, Participation const& way, Material const& material) {
  auto const at = [&](int step) -> Cell* {
    bool const exists = step >= 1 && static_cast<std::size_t>(step) <= cells.size();
    return exists ? &cells[static_cast<std::size_t>(step) - 1] : nullptr;
  };
  if (auto const meetings = material.meetings.find(way.id); meetings != material.meetings.end()) {
    for (auto const& meeting : meetings->second) {
      auto* const cell = meeting.step && meeting.state == MeetingState::planned ? at(*meeting.step) : nullptr;
      if (cell != nullptr) *cell = {*meeting.step, CellState::planned, meeting.starts_at.date};
    }
  }
  if (auto const done = material.done.find(way.id); done != material.done.end()) {
    for (auto const& one : done->second) {
      if (auto* const cell = at(one.step)) *cell = {one.step, CellState::done, one.done_on};
    }
  }
}

/// What is still to come: the first of it is next, or late.
void mark_open(std::vector<Cell>& cells, Participation const& way, base::Date today) {
  bool is_next = true;
  for (auto& cell : cells) {
    if (cell.state == CellState::later) {
      cell.state = open_state(way, cell.step, static_cast<int>(cells.size()), is_next, today);
      if (cell.state == CellState::paused) cell.on_day = way.since;
      is_next = false;
    } else if (cell.state == CellState::planned) {
      if (cell.on_day < today) cell.state = CellState::late;
      is_next = false;
    }
  }
}

std::vector<Cell> cells_of(Participation const& way, Material const& material, int steps, base::Date today) {
  std::vector<Cell> cells;
  for (int step = 1; step <= steps; ++step) cells.push_back({.step = step});
  mark_known(cells, way, material);
  mark_open(cells, way, today);
  return cells;
}

Row row_of(Participation const& way, Material& material, base::Date today) {
  auto const steps = material.steps.find({way.programme, way.version});
  int const count = steps == material.steps.end() ? 0 : steps->second;
  Row row{.way = way, .cells = cells_of(way, material, count, today)};
  if (auto const unit = material.units.find(way.unit); unit != material.units.end()) row.unit_name = unit->second;
  if (auto const person = material.people.find(way.person); person != material.people.end())
    row.person_name = person->second;
  auto const facts = way_of(row, material, count, today);
  row.next = next_of(facts, today);
  row.next_day = facts.next_planned;
  row.meetings = std::move(material.meetings[way.id]);
  row.done = std::move(material.done[way.id]);
  for (auto const& meeting : row.meetings) {
    if (meeting.kind == MeetingKind::second_year && meeting.state != MeetingState::cancelled)
      row.second_year.push_back(meeting.starts_at.date);
  }
  return row;
}

void add_waits(std::vector<Wait>& waits, std::vector<Row> const& rows) {
  for (auto const& row : rows) {
    if (!row.next) continue;
    waits.push_back({.participation = row.way.id,
                     .unit_name = row.name(),
                     .programme_name = row.way.programme_name,
                     .what = row.next->what,
                     .whom = row.next->whom,
                     .step = row.next->step,
                     .due = row.next->due,
                     .late = row.next->late});
  }
}

void sort(std::vector<Wait>& waits) {
  std::stable_sort(waits.begin(), waits.end(), [](Wait const& a, Wait const& b) { return a.due < b.due; });
}

}  // namespace

std::vector<Row> rows_of(db::Reading& reading, std::vector<Participation> const& ways, base::Date today) {
  if (ways.empty()) return {};
  auto material = gather(reading, ways);
  std::vector<std::pair<std::string, Row>> by_name;
  by_name.reserve(ways.size());
  for (auto const& way : ways) {
    auto row = row_of(way, material, today);
    auto key = base::folded(row.unit_name);
    by_name.emplace_back(std::move(key), std::move(row));
  }
  std::stable_sort(by_name.begin(), by_name.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  std::vector<Row> rows;
  rows.reserve(by_name.size());
  for (auto& [name, row] : by_name) rows.push_back(std::move(row));
  return rows;
}

RollOut roll_out_of(db::Reading& reading, Programme const& programme, base::Date today) {
  std::map<CohortId, std::vector<Row>> by_cohort;
  for (auto& row : rows_of(reading, participations_of(reading, programme), today))
    by_cohort[row.way.cohort].push_back(std::move(row));
  RollOut map{.programme = programme};
  int newest = 0;
  for (auto const& cohort : cohorts_of(reading, programme)) {
    newest = std::max(newest, cohort.version);
    map.bands.push_back({.cohort = cohort, .rows = std::move(by_cohort[cohort.id])});
  }
  map.steps = steps_of(reading, programme, newest == 0 ? programme.published : newest);
  return map;
}

std::vector<Wait> waits_in(std::vector<Row> const& rows) {
  std::vector<Wait> waits;
  add_waits(waits, rows);
  sort(waits);
  return waits;
}

std::vector<Wait> waits_in(RollOut const& map) {
  std::vector<Wait> waits;
  for (auto const& band : map.bands) add_waits(waits, band.rows);
  sort(waits);
  return waits;
}

}  // namespace lenig::programme
