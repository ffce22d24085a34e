#include <algorithm>

#include "app/pages/pages.hpp"
#include "plan/plan.h"
#include "platform/base/collected.hpp"
#include "programme/programme.h"

namespace lenig::app::pages {

namespace {

using access::Role;
using access::Visit;
using organisation::UnitId;

constexpr std::size_t most_asked = 5;
constexpr int most_coming = 5;

struct First {
  std::string title;
  std::string text;
  std::string path;
  std::string action;
};
BOOST_DESCRIBE_STRUCT(First, (), (title, text, path, action))

struct Asked {
  std::string title;
  std::string note;
  std::string path;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (title, note, path, late))

struct Line {
  std::string number;
  std::string month;
  std::string title;
  std::string note;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(Line, (), (number, month, title, note, path))

struct StartView {
  static constexpr std::string_view view = "app/start";
  std::string greeting;
  std::string day;
  std::optional<First> first;
  bool has_asked = false;
  std::vector<Asked> asked;
  std::string more_asked;
  bool has_coming = false;
  std::vector<Line> coming;
  bool has_lately = false;
  std::vector<Line> lately;
  bool has_ways = false;
  std::vector<Line> ways;
  bool nothing = false;
};
BOOST_DESCRIBE_STRUCT(StartView, (),
                      (greeting, day, first, has_asked, asked, more_asked, has_coming, coming, has_lately, lately,
                       has_ways, ways, nothing))

bool has_any(access::Viewer const& viewer, std::initializer_list<Role> roles) {
  return std::any_of(roles.begin(), roles.end(), [&](Role role) { return viewer.has(role); });
}

/// The units that somebody's start page is about: where they are appointed, and for who serves the whole board all
/// places that run programmes.
std::vector<UnitId> units_of(db::Reading& reading, Visit const& visit) {
  auto units = base::collected(visit.places, [](access::Place const& place) { return UnitId(place.unit); });
  if (has_any(visit.viewer, {Role::hr, Role::board_member, Role::supervisor})) {
    for (auto const& host : organisation::hosts(reading, visit.viewer.board)) units.push_back(host.id);
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());  // two functions at one school are one place
  return units;
}

/// The places where this viewer facilitates or trains.
std::vector<UnitId> runs_of(Visit const& visit) {
  std::vector<UnitId> runs;
  for (auto const& place : visit.places) {
    if (place.role == Role::facilitator || place.role == Role::trainer) runs.emplace_back(place.unit);
  }
  return runs;
}

/// The places that this viewer leads.
std::vector<UnitId> led_places(Visit const& visit) {
  std::vector<UnitId> led;
  for (auto const& place : visit.places) {
    if (place.role == Role::leader) led.emplace_back(place.unit);
  }
  return led;
}

/// Whether the viewer is the office of the programme that this way goes through.
bool is_office(Visit const& visit, programme::WaySummary const& way) {
  return std::any_of(visit.places.begin(), visit.places.end(), [&](auto const& place) {
    return place.role == Role::facilitator && place.unit == way.host.text();
  });
}

/// What this viewer is asked: as project leader what waits on the office, as leader what waits at their own unit.
std::vector<programme::Wait> asked_of(db::Reading& reading, Visit const& visit, programme::Surroundings const& around) {
  auto const units = base::collected(around.ways, &programme::WaySummary::unit);
  auto const led =
      visit.viewer.has(Role::leader) ? organisation::led_by(reading, visit.viewer, units) : std::vector<UnitId>();
  std::vector<programme::Wait> asked;
  for (auto const& wait : around.waits) {
    auto const way = std::find_if(around.ways.begin(), around.ways.end(),
                                  [&](auto const& one) { return one.participation == wait.participation; });
    bool const leads = std::find(led.begin(), led.end(), way->unit) != led.end();
    if (wait.whom == programme::WaitsOn::office ? is_office(visit, *way) : leads) asked.push_back(wait);
  }
  return asked;
}

std::string greeting(Visit const& visit) {
  auto const name = visit.frame.first_name;
  int const hour = base::local_time(base::Instant::now()).minute_of_day / 60;
  if (hour < 6) return visit.tr("Goedenacht, {}", name);
  if (hour < 12) return visit.tr("Goedemorgen, {}", name);
  return hour < 18 ? visit.tr("Goedemiddag, {}", name) : visit.tr("Goedenavond, {}", name);
}

Line line_of(base::Date date, std::string title, std::string note, std::string path, i18n::Words const& tr) {
  return {std::to_string(static_cast<unsigned>(date.calendar().day())), tr.short_month(date), std::move(title),
          std::move(note), std::move(path)};
}

std::string note_of(programme::Wait const& wait, i18n::Words const& tr) {
  return wait.late ? tr("Had klaar moeten zijn op {}", tr.day(wait.due)) : tr("Voor {}", tr.day(wait.due));
}

void add_asked(StartView& view, std::vector<programme::Wait> const& asked, i18n::Words const& tr) {
  if (asked.empty()) return;
  auto const& first = asked.front();
  view.first =
      First{words_for(first, tr) + ": " + first.unit_name, note_of(first, tr) + ". " + first.programme_name + ".",
            path_of(first.participation), tr("Ga erheen")};
  for (std::size_t i = 1; i < asked.size() && view.asked.size() < most_asked; ++i) {
    view.asked.push_back({words_for(asked[i], tr) + ": " + asked[i].unit_name, note_of(asked[i], tr),
                          path_of(asked[i].participation), asked[i].late});
  }
  view.has_asked = !view.asked.empty();
  auto const rest = static_cast<long long>(asked.size()) - 1 - static_cast<long long>(view.asked.size());
  if (rest > 0) view.more_asked = tr.n("en nog {} ding", "en nog {} dingen", rest);
}

/// Somebody who is not asked anything sees first what comes.
void add_first_meeting(StartView& view, programme::Surroundings const& around, i18n::Words const& tr) {
  if (view.first || around.coming.empty()) return;
  auto const& next = around.coming.front();
  view.first = First{next.title, tr.moment(next.starts_at) + (next.place.empty() ? "" : ", " + next.place),
                     path_of(next.meeting), tr("Bekijk de agenda")};
}

/// Meetings and follow-ups together, the first first.
std::vector<Line> coming_of(programme::Surroundings const& around, i18n::Words const& tr) {
  auto dated = base::collected(around.coming, [&](programme::Coming const& one) {
    auto const note = one.starts_at.clock() + " · " + one.units;
    return std::pair(one.starts_at.date, line_of(one.starts_at.date, one.title, note, path_of(one.meeting), tr));
  });
  for (auto const& one : around.follow_ups) {
    dated.emplace_back(one.on_day, line_of(one.on_day, one.text, tr("Vervolg"), path_of(one.participation), tr));
  }
  std::stable_sort(dated.begin(), dated.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  dated.resize(std::min(dated.size(), static_cast<std::size_t>(most_coming)));
  return base::collected(dated, &std::pair<base::Date, Line>::second);
}

/// The ways on which the viewer takes part: those of the places where they work.
std::vector<programme::ParticipationId> own_ways(Visit const& visit, programme::Surroundings const& around) {
  std::vector<programme::ParticipationId> own;
  for (auto const& way : around.ways) {
    bool const here = std::any_of(visit.places.begin(), visit.places.end(),
                                  [&](auto const& one) { return one.unit == way.unit.text(); });
    if (here) own.push_back(way.participation);
  }
  return own;
}

/// Looking back is asked of everybody who was there; it stands first when nothing else is asked.
void add_look_backs(StartView& view, std::vector<programme::OpenLookBack> const& open, i18n::Words const& tr) {
  for (auto const& one : open) {
    auto const title = tr("Kijk terug: {}", one.title);
    auto const note = tr("Kan tot en met {}", tr.day(one.closes));
    if (!view.first)
      view.first = First{title, note + ".", one.path, tr("Kijk terug")};
    else
      view.asked.push_back({title, note, one.path, false});
  }
  view.has_asked = !view.asked.empty();
}

/// What goes for a programme is asked of who leads the unit.
void add_what_goes(StartView& view, std::vector<plan::UnitInitiative> const& unasked, i18n::Words const& tr) {
  for (auto const& one : unasked) {
    auto const title = tr("Wat gaat eraf voor {}?", one.name);
    auto const note = tr("Als er iets bij komt, gaat er iets af. Later kiezen mag.");
    if (!view.first)
      view.first = First{title, note, path_of_stop(one.unit, one.programme), tr("Kies")};
    else if (view.asked.size() < most_asked)
      view.asked.push_back({title, note, path_of_stop(one.unit, one.programme), false});
  }
  view.has_asked = !view.asked.empty();
}

/// A colleague waits for an answer.
void add_invitations(StartView& view, db::Reading& reading, Visit const& visit) {
  auto const& viewer = visit.viewer;
  auto const open = plan::open_invitations(reading, viewer.board, viewer.person, viewer.today);
  if (open.empty()) return;
  auto const people =
      organisation::people_by_ids(reading, {viewer.board}, base::collected(open, &plan::OpenInvitation::visited));
  for (auto const& one : open) {
    auto const who =
        std::find_if(people.begin(), people.end(), [&](auto const& person) { return person.id == one.visited; });
    auto const name = who == people.end() ? visit.tr("Iemand die hier niet meer werkt") : who->name();
    auto const title = visit.tr("{} vraagt u om een lesbezoek", name);
    auto const note = visit.tr.day(one.on_day);
    if (!view.first)
      view.first = First{title, note + ".", path_of(one.visit), visit.tr("Geef antwoord")};
    else if (view.asked.size() < most_asked)
      view.asked.push_back({title, note, path_of(one.visit), false});
  }
  view.has_asked = !view.asked.empty();
}

/// Which ways the viewer may open: their own units', and all for who runs the programme or serves the board.
bool opens(Visit const& visit, programme::WaySummary const& way) {
  auto const runs = runs_of(visit);
  if (std::find(runs.begin(), runs.end(), way.host) != runs.end()) return true;
  if (has_any(visit.viewer, {Role::hr, Role::board_member})) return true;
  return std::any_of(visit.places.begin(), visit.places.end(),
                     [&](auto const& place) { return place.unit == way.unit.text(); });
}

void add_surroundings(StartView& view, Visit const& visit, programme::Surroundings const& around) {
  auto const& tr = visit.tr;
  bool const sees_meetings =
      !has_any(visit.viewer, {Role::hr, Role::board_member, Role::supervisor}) || visit.viewer.has(Role::facilitator);
  if (sees_meetings) {
    view.coming = coming_of(around, tr);
    add_first_meeting(view, around, tr);
  }
  for (auto const& one : around.lately) {
    auto const way = std::find_if(around.ways.begin(), around.ways.end(),
                                  [&](auto const& other) { return other.participation == one.participation; });
    view.lately.push_back(line_of(one.on_day, one.text, tr.short_day(one.on_day),
                                  opens(visit, *way) ? path_of(one.participation) : "", tr));
  }
  if (around.ways.size() <= 3) {
    for (auto const& one : around.ways) {
      if (opens(visit, one))
        view.ways.push_back({"", "", one.unit_name + ": " + one.programme_name, one.cohort_name + " · " + one.status,
                             path_of(one.participation)});
    }
  }
  view.has_coming = !view.coming.empty();
  view.has_lately = !view.lately.empty();
  view.has_ways = !view.ways.empty();
}

}  // namespace

http::Response show_start(Visit& visit) {
  StartView view{.greeting = greeting(visit), .day = visit.tr.weekday(visit.viewer.today)};
  visit.read([&](db::Reading& reading) {
    auto const units = units_of(reading, visit);
    if (units.empty()) return;
    auto const around = programme::around(reading, visit.viewer, units, runs_of(visit), most_coming, visit.tr);
    add_asked(view, asked_of(reading, visit, around), visit.tr);
    add_look_backs(view, open_look_backs(reading, visit.viewer.person, own_ways(visit, around), visit.viewer.today),
                   visit.tr);
    add_invitations(view, reading, visit);
    add_what_goes(view, plan::programmes_unasked(reading, led_places(visit)), visit.tr);
    add_surroundings(view, visit, around);
    if (!view.has_ways && around.ways.size() > 3) {
      for (auto const& one : programme::programmes_run_by(reading, units)) {
        view.ways.push_back({"", "", one.name, visit.tr("Wie is waar?"), path_of(one.id)});
      }
      view.has_ways = !view.ways.empty();
    }
  });
  view.nothing = !view.first && !view.has_coming && !view.has_lately && !view.has_ways;
  return visit.page({.title = visit.tr("Start"), .holds = {access::Matter::start}, .content = visit.render(view)});
}

}  // namespace lenig::app::pages
