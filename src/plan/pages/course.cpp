// The golden thread: a unit's course and core values, its themes, the goals under them, and what is still open.
#include <algorithm>
#include <set>

#include "plan/initiative.hpp"
#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/thread.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

constexpr std::size_t most_at_once =
    150;  // of more knots than these the upper ones are shown, and the rest by zooming in
constexpr int deepest = 5;
constexpr std::size_t most_open = 8;

struct KnotView {
  std::string knot;
  std::string knot_path;
  std::string by;      // whose goal it is, and by when
  std::string served;  // what serves it, in numbers
  std::string asks;    // what it waits for
  std::string zoom;    // where the rest of what serves it is
  std::string zoom_text;
  std::string depth;
  std::string dot;
  std::string dot_text;
};
BOOST_DESCRIBE_STRUCT(KnotView, (), (knot, knot_path, by, served, asks, zoom, zoom_text, depth, dot, dot_text))

struct ThemeView {
  std::string theme;
  std::string theme_path;
  std::string theme_served;
  std::string add_path;
  bool has_knots = false;
  std::vector<KnotView> knots;
};
BOOST_DESCRIBE_STRUCT(ThemeView, (), (theme, theme_path, theme_served, add_path, has_knots, knots))

struct OpenView {
  std::string open;
  std::string open_path;
  std::string open_note;
};
BOOST_DESCRIBE_STRUCT(OpenView, (), (open, open_path, open_note))

struct NotDoingView {
  std::string left;
  std::string reason;
  std::string remove_path;
};
BOOST_DESCRIBE_STRUCT(NotDoingView, (), (left, reason, remove_path))

struct CourseView {
  static constexpr std::string_view view = "plan/course";
  std::string unit;
  std::string unit_id;
  std::string path;
  std::string course;
  bool has_values = false;
  std::vector<std::string> values;
  bool may_change = false;
  bool whole = false;  // everything on one sheet
  std::string zoomed;  // the goal or theme that is looked at
  std::string zoomed_out;
  std::string zoomed_theme;  // its path, for who may change it
  bool has_themes = false;
  std::vector<ThemeView> themes;
  bool has_loose = false;
  std::vector<KnotView> loose;
  bool has_unserved = false;
  std::vector<OpenView> unserved;
  std::string more_open;
  bool has_waiting = false;
  std::vector<OpenView> waiting;
  std::string more_waiting;
  bool has_initiatives = false;
  std::vector<OpenView> initiatives;  // that serve no goal yet
  std::string without_choice;
  bool has_not_doing = false;
  std::vector<NotDoingView> not_doing;
  std::string up_path;  // to the board's
  bool has_units = false;
  std::vector<html::Link> units;  // whose course stands apart
};
BOOST_DESCRIBE_STRUCT(CourseView, (),
                      (unit, unit_id, path, course, has_values, values, may_change, whole, zoomed, zoomed_out,
                       zoomed_theme, has_themes, themes, has_loose, loose, has_unserved, unserved, more_open,
                       has_waiting, waiting, more_waiting, has_initiatives, initiatives, without_choice, has_not_doing,
                       not_doing, up_path, has_units, units))

struct Material {
  organisation::UnitSummary unit;
  Ground ground;
  Thread thread;
  std::map<UnitId, std::string> units;
  std::vector<organisation::UnitSummary> below;
};

Thread thread_of(db::Reading& reading, organisation::UnitSummary const& unit, Looking const& by) {
  if (unit.kind == organisation::UnitKind::network) return thread_of_network(reading, unit.id, by);
  auto thread = thread_of_board(reading, unit.board, by);
  if (unit.kind == organisation::UnitKind::board) return thread;
  std::vector units{unit.id};
  for (auto const& part : organisation::units_within(reading, unit.id)) units.push_back(part.id);
  return within(thread, units);
}

/// In six queries of a board, and eight of a school or network.
Material material_of(db::Reading& reading, access::Viewer const& viewer, UnitId const& id) {
  organisation::UnitSummary unit{.board = viewer.board, .id = id, .kind = organisation::UnitKind::board};
  bool const own_board = id.text() == viewer.board.text();
  if (!own_board) unit = organisation::units_by_ids(reading, {id}).front();
  Material all{.unit = unit,
               .ground = ground_of(reading, id),
               .thread = thread_of(reading, unit, {viewer.person, viewer.today})};
  std::vector units{id};
  for (auto const& knot : all.thread.knots) units.push_back(knot.unit);
  std::ranges::sort(units);
  units.erase(std::unique(units.begin(), units.end()), units.end());
  all.units = unit_names(reading, units);
  all.unit.name = name_of(all.units, id);
  if (unit.kind == organisation::UnitKind::board) all.below = organisation::units_within(reading, id);
  return all;
}

std::string path_of_knot(Knot const& knot) {
  return knot.kind == WiderKind::theme ? path_of(ThemeId(knot.id)) : "/plannen/doel/" + knot.id;
}

std::string served_by(Knot const& knot, i18n::Words const& tr) {
  std::vector<std::string> parts;
  if (knot.units > 0) parts.push_back(tr.n("{} school of team", "{} scholen en teams", knot.units));
  if (auto const people = told(knot, tr); !people.empty()) parts.push_back(people);
  if (knot.markers.programmes > 0) parts.push_back(tr.n("{} programma", "{} programma's", knot.markers.programmes));
  if (knot.markers.practices > 0) parts.push_back(tr.n("{} HR-praktijk", "{} HR-praktijken", knot.markers.practices));
  return base::joined(parts, " · ");
}

std::string asks_of(Knot const& knot, i18n::Words const& tr) {
  std::vector<std::string> parts;
  if (knot.markers.stale > 0)
    parts.push_back(
        tr.n("{} piketpaaltje vraagt een meting", "{} piketpaaltjes vragen een meting", knot.markers.stale));
  if (knot.markers.unmet > 0)
    parts.push_back(tr.n("{} voorwaarde niet geregeld", "{} voorwaarden niet geregeld", knot.markers.unmet));
  return base::joined(parts, " · ");
}

/// Draws knots from a root down. A goal that hangs under two things stands under both; only the first time with what
/// serves it.
class Drawing {
 public:
  Drawing(Material const& all, int depth, i18n::Words const& tr) : all_(&all), depth_(depth), tr_(tr) {}

  std::vector<KnotView> below(std::size_t root) {
    std::vector<KnotView> lines;
    for (auto const at : all_->thread.knots[root].below) draw(at, 0, lines);
    return lines;
  }

  std::vector<KnotView> from(std::size_t root) {
    std::vector<KnotView> lines;
    draw(root, 0, lines);
    return lines;
  }

 private:
  void draw(std::size_t at, int depth, std::vector<KnotView>& lines) {
    auto const& knot = all_->thread.knots[at];
    bool const again = !drawn_.insert(at).second;
    auto line = line_of(knot, depth);
    bool const deeper = !knot.below.empty() && !again;
    if (deeper && depth + 1 >= depth_) {
      line.zoom = path_of_course(all_->unit.id) + "?bij=" + knot.id;
      line.zoom_text = tr_.n("{} doel hieronder", "{} doelen hieronder", static_cast<long long>(knot.below.size()));
    }
    lines.push_back(std::move(line));
    if (!deeper || depth + 1 >= depth_) return;
    for (auto const next : knot.below) draw(next, depth + 1, lines);
  }

  KnotView line_of(Knot const& knot, int depth) const {
    auto const due = by_day(knot.due, tr_);
    auto const unit = name_of(all_->units, knot.unit);
    bool const reached = knot.state == GoalState::reached;
    return {.knot = knot.words,
            .knot_path = path_of_knot(knot),
            .by = due.empty() ? unit : unit + ", " + due,
            .served = served_by(knot, tr_),
            .asks = asks_of(knot, tr_),
            .depth = std::to_string(depth),
            .dot = reached ? "done" : "active",
            .dot_text = words_for(knot.state, tr_)};
  }

  Material const* all_;
  int depth_;
  i18n::Words tr_;
  std::set<std::size_t> drawn_;
};

ThemeView theme_view(Material const& all, std::size_t at, Drawing& drawing, bool may_change, i18n::Words const& tr) {
  auto const& knot = all.thread.knots[at];
  bool const own = knot.unit == all.unit.id;
  ThemeView view{.theme = own ? knot.words : knot.words + " (" + name_of(all.units, knot.unit) + ")",
                 .theme_path = path_of(ThemeId(knot.id)),
                 .theme_served = served_by(knot, tr),
                 .add_path = may_change && own ? path_of(ThemeId(knot.id)) + "/doelen/nieuw" : "",
                 .knots = drawing.below(at)};
  view.has_knots = !view.knots.empty();
  return view;
}

/// Leaves the first of a long list, and says how many more there are.
std::string shorten(std::vector<OpenView>& lines, i18n::Words const& tr) {
  if (lines.size() <= most_open) return {};
  auto const more = static_cast<long long>(lines.size() - most_open);
  lines.resize(most_open);
  return tr.n("en nog {}", "en nog {}", more);
}

void add_open_goals(CourseView& view, Material const& all, i18n::Words const& tr) {
  for (auto const& knot : all.thread.knots) {
    if (knot.kind != WiderKind::goal || knot.unit != all.unit.id || knot.state != GoalState::open) continue;
    bool const unserved = knot.below.empty() && knot.personal == 0 && knot.markers.programmes == 0;
    if (unserved) view.unserved.push_back({knot.words, path_of_knot(knot), ""});
    if (auto const asks = asks_of(knot, tr); !asks.empty())
      view.waiting.push_back({knot.words, path_of_knot(knot), asks});
  }
  view.more_open = shorten(view.unserved, tr);
  view.more_waiting = shorten(view.waiting, tr);
  view.has_unserved = !view.unserved.empty();
  view.has_waiting = !view.waiting.empty();
}

/// An invitation to connect, not a defect.
void add_open_initiatives(CourseView& view, Material const& all, i18n::Words const& tr) {
  for (auto const& one : all.ground.initiatives) {
    if (one.is_connected) continue;
    view.initiatives.push_back({one.name, view.may_change ? path_of(all.unit.id, one.programme) : "",
                                view.may_change ? tr("Aan welk doel draagt het bij?") : ""});
  }
  view.has_initiatives = !view.initiatives.empty();
}

/// Where nobody chose yet what goes: skipping is allowed, and counted.
void add_without_choice(CourseView& view, Material const& all, i18n::Words const& tr) {
  auto const goals = std::ranges::count_if(all.thread.knots, [&](Knot const& knot) {
    return knot.kind == WiderKind::goal && knot.unit == all.unit.id && knot.state == GoalState::open &&
           !knot.markers.is_chosen;
  });
  auto const programmes = std::ranges::count_if(all.ground.initiatives, &Initiative::asks_choice);
  std::vector<std::string> lines;
  if (goals > 0)
    lines.push_back(
        tr.n("Bij {} doel is niet gekozen wat eraf gaat.", "Bij {} doelen is niet gekozen wat eraf gaat.", goals));
  if (programmes > 0)
    lines.push_back(tr.n("Bij {} programma is niet gekozen wat eraf gaat.",
                         "Bij {} programma's is niet gekozen wat eraf gaat.", programmes));
  view.without_choice = base::joined(lines, " ");
}

void add_not_doing(CourseView& view, Material const& all) {
  for (auto const& one : all.ground.not_doing)
    view.not_doing.push_back({one.what, one.reason, view.may_change ? "/plannen/niet/" + one.id + "/verwijderen" : ""});
  view.has_not_doing = !view.not_doing.empty();
}

/// `whole`: as an outline of everything, to print.
void add_thread(CourseView& view, Material const& all, std::string const& zoom, bool whole, i18n::Words const& tr) {
  auto const at = all.thread.find(zoom);
  Drawing drawing(all, at || whole || all.thread.knots.size() <= most_at_once ? deepest : 1, tr);
  if (at) {
    view.zoomed = all.thread.knots[*at].words;
    view.zoomed_out = view.path;
    auto const& knot = all.thread.knots[*at];
    if (view.may_change && knot.kind == WiderKind::theme && knot.unit == all.unit.id)
      view.zoomed_theme = path_of(ThemeId(knot.id));
    view.loose = drawing.from(*at);
    view.has_loose = true;
    return;
  }
  for (auto const root : all.thread.roots) {
    if (all.thread.knots[root].kind == WiderKind::theme) {
      view.themes.push_back(theme_view(all, root, drawing, view.may_change, tr));
    } else {
      for (auto& line : drawing.from(root)) view.loose.push_back(std::move(line));
    }
  }
  view.has_themes = !view.themes.empty();
  view.has_loose = !view.loose.empty();
}

Response shown(Visit& visit, UnitId const& unit) {
  auto const& tr = visit.tr;
  auto const all = visit.read([&](db::Reading& reading) { return material_of(reading, visit.viewer, unit); });
  CourseView view{.unit = all.unit.name,
                  .unit_id = unit.text(),
                  .path = path_of_course(unit),
                  .course = all.ground.course.course,
                  .values = base::lines(all.ground.course.core_values),
                  .may_change = visit.viewer.may(Action::change, Matter::course)};
  view.has_values = !view.values.empty();
  view.whole = visit.query.value("alles").has_value();
  add_thread(view, all, visit.query.value("bij").value_or(""), view.whole, tr);
  add_open_goals(view, all, tr);
  add_open_initiatives(view, all, tr);
  add_without_choice(view, all, tr);
  add_not_doing(view, all);
  bool const has_board =
      all.unit.kind == organisation::UnitKind::school || all.unit.kind == organisation::UnitKind::team;
  if (has_board) view.up_path = path_of_course(UnitId(all.unit.board.text()));
  for (auto const& one : all.below) view.units.push_back({one.name, path_of_course(one.id)});
  view.has_units = !view.units.empty();
  return visit.page(
      {.title = tr("Koers van {}", all.unit.name), .holds = {Matter::course}, .content = visit.render(view)});
}

}  // namespace

Response show_course(Visit& visit) { return shown(visit, visit.id<UnitId>()); }
Response show_own_course(Visit& visit) {
  // The place where somebody works says most; who serves the whole board begins there.
  for (auto const& place : visit.places) {
    if (place.unit != visit.viewer.board.text()) return visit.see_other(path_of_course(UnitId(place.unit)));
  }
  return visit.see_other(path_of_course(UnitId(visit.viewer.board.text())));
}

}  // namespace lenig::plan::pages
