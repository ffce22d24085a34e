#pragma once

#include "plan/course.hpp"
#include "plan/goal.hpp"

namespace lenig::plan {

// The golden thread: from a unit's course by themes and goals to the number of personal goals that serve them.

/// The fewest people behind a number of personal goals that is shown.
inline constexpr int fewest_people = 5;

/// What a goal asks for and whether it is there.
struct Markers {
  GoalId goal;
  int indicators = 0;
  int stale = 0;  // that ask for a reading
  int unmet = 0;  // conditions that nobody arranged yet
  int late = 0;   // of those, whose day has passed
};

/// A theme or a goal of a unit, with what serves it.
struct Knot {
  WiderKind kind = WiderKind::goal;
  std::string id;
  std::string words;
  UnitId unit;
  Level level = Level::board;
  GoalState state = GoalState::open;
  std::optional<base::Date> due;
  Markers markers;
  std::vector<std::size_t> below;  // the goals of units that serve it directly, by their place among the knots
  int units = 0;                   // how many other units have a goal that serves it, at any distance
  long long personal = 0;          // goals of persons and peer groups that serve it, at any distance
  long long people = 0;            // whose they are
  bool serves_nothing = true;      // hangs under nothing that is still there
};

/// A goal or theme with the personal goals that serve it directly: twelve digits of each goal's id, then twelve of
/// whose it is.
struct Served {
  std::string wider;
  std::string goals;
};
BOOST_DESCRIBE_STRUCT(Served, (), (wider, goals))

/// A goal of a unit, with what the thread tells of it.
struct ThreadGoal {
  GoalId id;
  Level level = Level::school;
  UnitId unit;
  std::string words;
  std::optional<base::Date> due;
  GoalState state = GoalState::open;
};
BOOST_DESCRIBE_STRUCT(ThreadGoal, (), (id, level, unit, words, due, state))

struct Thread {
  std::vector<Knot> knots;         // themes first
  std::vector<std::size_t> roots;  // of what hangs under nothing else, themes first

  /// The place of a knot; nothing when it is not there.
  std::optional<std::size_t> find(std::string const& id) const;
};

/// Ties what was read into a thread. No SQL. Each personal goal counts once towards a knot, however many ways lead up
/// to it, and each person once.
Thread tie(std::vector<Theme> const& themes, std::vector<ThreadGoal> const& goals, std::vector<Wider> const& services,
           std::vector<Served> const& served, std::vector<Markers> const& markers);

/// The thread of a board, with every goal of its units; of a network, with the goals of its members that serve its own.
/// In a fixed number of queries.
Thread thread_of_board(db::Reading& reading, BoardId const& board, base::Date today);
Thread thread_of_network(db::Reading& reading, UnitId const& network, base::Date today);

/// Leaves what concerns these units: their own themes and goals, and what those serve.
Thread within(Thread const& thread, std::vector<UnitId> const& units);

/// A number of personal goals as it may be told: nothing below five people, and otherwise in fives, so that two numbers
/// or two days tell nothing of a few.
std::string told(Knot const& knot, i18n::Words const& tr);

}  // namespace lenig::plan
