#include "plan/api.hpp"

#include <map>

#include "plan/goal.hpp"
#include "plan/queries.hpp"

namespace lenig::plan {

namespace {

using api::Asked;
using api::Reference;
using api::Slice;

struct WiderItem {
  WiderKind kind = WiderKind::goal;
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(WiderItem, (), (kind, id, name))

struct GoalItem {
  std::string id;
  Reference unit;
  Level level = Level::school;
  std::string words;
  std::string for_whom;
  std::optional<base::Date> due;
  GoalState state = GoalState::open;
  std::optional<base::Date> closed_on;
  std::vector<WiderItem> serves;
};
BOOST_DESCRIBE_STRUCT(GoalItem, (), (id, unit, level, words, for_whom, due, state, closed_on, serves))

std::map<UnitId, std::string> names_of(db::Reading& reading, std::vector<UnitId> const& units) {
  std::map<UnitId, std::string> names;
  for (auto const& unit : organisation::units_by_ids(reading, units)) names[unit.id] = unit.name;
  return names;
}

Slice<GoalItem> list_goals(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const goals = reading.all<Goal>(sql::unit_goals_after,
                                       {{"board", viewer.board}, {"after", asked.after}, {"most", asked.limit + 1}});
  std::map<GoalId, std::vector<WiderItem>> served;
  for (auto const& one : widers_of(reading, base::collected(goals, &Goal::id), Reach::direct))
    served[one.goal].push_back({one.kind, one.id, one.words});
  auto names = names_of(reading, base::collected(goals, &Goal::unit));
  auto items = base::collected(goals, [&](Goal const& one) {
    return GoalItem{one.id.text(), {one.unit.text(), names[one.unit]},
                    one.level,     one.words,
                    one.for_whom,  one.due,
                    one.state,     one.closed_on,
                    served[one.id]};
  });
  return api::slice_of(std::move(items), asked);
}

}  // namespace

std::vector<api::Resource> resources() {
  return {api::resource("goals", "Goal", "The goals of the board and its units, with the goals and themes they serve.",
                        list_goals)};
}

}  // namespace lenig::plan
