#pragma once

#include "programme/cohort.hpp"
#include "programme/meeting.hpp"
#include "programme/waits.hpp"

namespace lenig::programme {

enum class CellState { done, planned, next, late, paused, later };
BOOST_DESCRIBE_ENUM(CellState, done, planned, next, late, paused, later)

/// One step of one way on the map.
struct Cell {
  int step = 0;
  CellState state = CellState::later;
  std::optional<base::Date> on_day;
};

/// A meeting as it concerns one way; one that was called off is not among them.
struct MeetingOfWay {
  ParticipationId participation;
  MeetingId meeting;
  MeetingKind kind = MeetingKind::step;
  std::optional<int> step;
  std::string title;
  std::string place;
  MeetingState state = MeetingState::planned;
  base::LocalTime starts_at;
};
BOOST_DESCRIBE_STRUCT(MeetingOfWay, (), (participation, meeting, kind, step, title, place, state, starts_at))

/// One way: a row of the map.
struct Row {
  Participation way;
  std::string unit_name;
  std::string person_name;  // of a programme for people
  std::vector<Cell> cells;
  std::vector<base::Date> second_year;  // meetings of the second year
  std::optional<Next> next;
  std::optional<base::Date> next_day;  // of the meeting that comes
  std::vector<MeetingOfWay> meetings;  // the first first
  std::vector<StepDone> done;          // of this attempt

  /// Who goes this way, as they are called among others.
  std::string name() const { return person_name.empty() ? unit_name : person_name + ", " + unit_name; }
};

struct Band {
  Cohort cohort;
  std::vector<Row> rows;
};

/// Which unit is where: the cohorts of a programme, each with its ways, and the steps as columns.
struct RollOut {
  Programme programme;
  std::vector<Step> steps;  // of the newest version in use; a way on an older one has its own number of cells
  std::vector<Band> bands;
};

/// The rows of these ways, by name of their unit, in a fixed number of queries.
std::vector<Row> rows_of(db::Reading& reading, std::vector<Participation> const& ways, base::Date today);

/// Reads the whole map in a fixed number of queries.
RollOut roll_out_of(db::Reading& reading, Programme const& programme, base::Date today);

/// What waits, the longest first.
std::vector<Wait> waits_in(std::vector<Row> const& rows);
std::vector<Wait> waits_in(RollOut const& map);

}  // namespace lenig::programme
