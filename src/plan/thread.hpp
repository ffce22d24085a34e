#pragma once

#include "plan/course.hpp"
#include "plan/goal.hpp"

namespace lenig::plan {

// The golden thread: from a unit's course by themes and goals to the number of personal goals that serve them.

/// The fewest people behind a number of personal goals that is shown.
inline constexpr int fewest_people = 5;

/// What stands at a goal of a unit besides what serves it.
enum class MarkKind { indicator, condition, practice, programme, choice };
BOOST_DESCRIBE_ENUM(MarkKind, indicator, condition, practice, programme, choice)

/// An indicator with its newest reading and after how many days it asks for another, a condition that nobody arranged
/// yet with its day, an HR practice, how many programmes, or that it was chosen what goes for it.
struct Mark {
  GoalId goal;
  MarkKind kind = MarkKind::indicator;
  int number = 1;
  std::optional<base::Date> day;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (goal, kind, number, day))

/// Its marks, counted.
struct Markers {
  int indicators = 0;
  int stale = 0;  // that ask for a reading
  int unmet = 0;  // conditions that nobody arranged yet
  int late = 0;   // of those, whose day has passed
  int practices = 0;
  int programmes = 0;
  bool is_chosen = false;  // what goes for it
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

/// Whose goals serve.
enum class ServedBy { unit, people };
BOOST_DESCRIBE_ENUM(ServedBy, unit, people)

/// What serves a goal or theme directly: the goal of a unit; or those of people and peer groups, of each twelve digits
/// of its id, then twelve of whose it is.
struct Serving {
  std::string wider;
  ServedBy owner = ServedBy::unit;
  std::string goals;
};
BOOST_DESCRIBE_STRUCT(Serving, (), (wider, owner, goals))

/// A theme, or a goal of a unit, with what the thread tells of it.
struct ThreadPiece {
  WiderKind kind = WiderKind::goal;
  std::string id;
  UnitId unit;
  std::string words;
  Level level = Level::school;
  GoalState state = GoalState::open;
  std::optional<base::Date> due;
};
BOOST_DESCRIBE_STRUCT(ThreadPiece, (), (kind, id, unit, words, level, state, due))

/// Who looks, and on which day.
struct Looking {
  PersonId person;
  base::Date today;
};

struct Thread {
  std::vector<Knot> knots;         // themes first
  std::vector<std::size_t> roots;  // of what hangs under nothing else, themes first

  /// The place of a knot; nothing when it is not there.
  std::optional<std::size_t> find(std::string const& id) const;
};

/// Ties what was read into a thread, themes first. No SQL. Each personal goal counts once towards a knot, however many
/// ways lead up to it, and each person once.
/// What the viewer has there themselves counts for nothing: by what they add they would learn what others have. Groups
/// are no people.
Thread tie(std::vector<ThreadPiece> const& pieces, std::vector<Serving> const& serving, std::vector<Mark> const& marks,
           Looking const& by);

/// The thread of a board, with every goal of its units; of a network, with the goals of its members that serve its own.
/// In three queries.
Thread thread_of_board(db::Reading& reading, BoardId const& board, Looking const& by);
Thread thread_of_network(db::Reading& reading, UnitId const& network, Looking const& by);

/// Leaves what concerns these units: their own themes and goals, and what those serve.
Thread within(Thread const& thread, std::vector<UnitId> const& units);

/// A number of personal goals as it may be told: nothing below five people, and otherwise in fives, so that two numbers
/// or two days tell nothing of a few.
std::string told(Knot const& knot, i18n::Words const& tr);

}  // namespace lenig::plan
