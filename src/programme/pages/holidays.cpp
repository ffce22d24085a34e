// The school holidays of a board by region, typed or pasted, and which region each school is in.
#include <charconv>

#include "platform/base/collected.hpp"
#include "programme/holiday.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

constexpr char const* path_here = "/programma/vakanties";
constexpr int years_shown = 3;  // last year's too: this one is planned by it

struct HolidayLine {
  std::string holiday;
  std::string days;
};
BOOST_DESCRIBE_STRUCT(HolidayLine, (), (holiday, days))

struct RegionView {
  std::string region;
  std::string region_path;  // for who may change
  bool has_holidays = false;
  std::vector<HolidayLine> holidays;
};
BOOST_DESCRIBE_STRUCT(RegionView, (), (region, region_path, has_holidays, holidays))

struct YearLink {
  std::string year;
  std::string year_path;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(YearLink, (), (year, year_path, here))

struct HolidaysView {
  static constexpr std::string_view view = "programme/holidays";
  std::vector<YearLink> years;
  std::string where;  // which region the board is in
  std::vector<std::string> others;
  bool may_change = false;
  std::vector<RegionView> regions;
};
BOOST_DESCRIBE_STRUCT(HolidaysView, (), (years, where, others, may_change, regions))

std::string word_in_path(Region region) {
  switch (region) {
    case Region::north: return "noord";
    case Region::middle: return "midden";
    case Region::south: return "zuid";
  }
  return {};
}

std::optional<Region> region_in(std::string const& word) {
  std::optional<Region> found;
  base::each_enumerator<Region>([&](Region region) {
    if (word_in_path(region) == word) found = region;
  });
  return found;
}

int year_in(std::string const& text, int otherwise) {
  int year = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? year : otherwise;
}

std::string path_to(int year) { return std::string(path_here) + "?jaar=" + std::to_string(year); }

RegionView view_of(Region region, std::vector<Holiday> const& holidays, int year, bool may_change,
                   i18n::Words const& tr) {
  RegionView view{.region = tr("Regio {}", words_for(region, tr)), .holidays = {}};
  for (auto const& one : holidays) {
    if (one.region != region) continue;
    view.holidays.push_back({one.name, one.first_day == one.last_day
                                           ? tr.day(one.first_day)
                                           : tr("{} tot en met {}", tr.day(one.first_day), tr.day(one.last_day))});
  }
  view.has_holidays = !view.holidays.empty();
  if (may_change) view.region_path = std::string(path_here) + "/" + std::to_string(year) + "/" + word_in_path(region);
  return view;
}

std::vector<html::Link> crumbs(i18n::Words const& tr) {
  auto all = programmes_crumb(tr);
  all.push_back({tr("Schoolvakanties"), path_here});
  return all;
}

struct LinesDraft {
  std::string lines;
};
BOOST_DESCRIBE_STRUCT(LinesDraft, (), (lines))

struct OfRegion {
  int year = 0;
  Region region = Region::north;
  std::vector<Holiday> holidays;
};

std::optional<OfRegion> asked_for(Visit& visit) {
  auto const region = region_in(visit.params.find("region")->second);
  if (!region) return std::nullopt;
  OfRegion found{year_in(visit.params.find("year")->second, 0), *region, {}};
  found.holidays =
      visit.read([&](db::Reading& reading) { return holidays_of(reading, visit.viewer.board, found.year); });
  std::erase_if(found.holidays, [&](auto const& one) { return one.region != found.region; });
  return found;
}

html::FormBuilder lines_form(Visit const& visit, OfRegion const& of) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Schoolvakanties {}, regio {}", school_year_text(of.year), words_for(of.region, tr)),
                         visit.request.path, tr("Bewaar"));
  form.intro(tr("Typ of plak ze: op elke regel een naam, de eerste dag en de laatste. Een vrije dag heeft één dag. De "
                "planning legt er geen bijeenkomsten in."))
      .optional_area("lines", tr("Vakanties en vrije dagen"),
                     tr("Bijvoorbeeld: Herfstvakantie 16-10-2004 t/m 24-10-2004"))
      .cancel(path_to(of.year))
      .start(LinesDraft{as_lines(of.holidays)});
  return form;
}

html::Objection objection_to(HolidayFaultAt const& at, i18n::Words const& tr) {
  auto const told = [&](char const* what) { return html::Objection{"lines", tr("Regel {}: {}", at.line, tr(what))}; };
  using i18n::N_;
  switch (at.fault) {
    case HolidayFault::no_day: return told(N_("er staat geen dag in. Schrijf die als 16-10-2004."));
    case HolidayFault::too_many_days: return told(N_("er staan meer dan twee dagen in. Maak er twee regels van."));
    case HolidayFault::name_missing: return told(N_("begin met een naam, zoals Herfstvakantie."));
    case HolidayFault::ends_before: return told(N_("de laatste dag ligt voor de eerste."));
    case HolidayFault::outside_year: return told(N_("de dagen vallen buiten dit schooljaar."));
  }
  return {};
}

Response lines_page(Visit& visit, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs(visit.tr), {Matter::holiday});
}

html::Objection objection_to(HolidayRefusal why, i18n::Words const& tr) {
  switch (why) {
    case HolidayRefusal::not_found: return {"", tr("Een school uit de lijst is er niet meer. Kijk opnieuw.")};
    case HolidayRefusal::year_out_of_range: return {"", tr("Kies een schooljaar uit de lijst.")};
  }
  return {};
}

struct OfBoard {
  Regions regions;
  std::vector<organisation::UnitSummary> units;
};

OfBoard of_board(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    return OfBoard{regions_of(reading, visit.viewer.board), units_of_regions(reading, visit.viewer.board)};
  });
}

constexpr char const* as_the_board = "board";

std::string field_of(UnitId const& unit) { return "unit-" + unit.text(); }

std::vector<html::Option> region_options(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Region>(
      [&](Region region) { options.push_back({std::string(base::name_of(region)), words_for(region, tr)}); });
  return options;
}

html::FormBuilder regions_form(Visit const& visit, OfBoard const& of) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("In welke regio?"), visit.request.path, tr("Bewaar"));
  form.intro(tr("De regio van het bestuur geldt voor al zijn scholen, behalve waar u hieronder iets anders kiest."))
      .options("region", tr("Het bestuur"), region_options(tr));
  if (of.regions.of_board) form.start("region", std::string(base::name_of(*of.regions.of_board)));
  auto options = region_options(tr);
  options.insert(options.begin(), {as_the_board, tr("zoals het bestuur")});
  for (auto const& unit : of.units) {
    auto const own = of.regions.own.find(unit.id);
    form.choice(field_of(unit.id), unit.name, options)
        .start(field_of(unit.id), own == of.regions.own.end() ? as_the_board : std::string(base::name_of(own->second)));
  }
  return form.cancel(path_here);
}

Regions regions_in(html::Sent const& sent, OfBoard const& of) {
  Regions regions{.of_board = base::enum_from<Region>(sent.value("region").value_or("")), .own = {}};
  for (auto const& unit : of.units) {
    if (auto const region = base::enum_from<Region>(sent.value(field_of(unit.id)).value_or("")))
      regions.own[unit.id] = *region;
  }
  return regions;
}

}  // namespace

Response show_holidays(Visit& visit) {
  auto const& tr = visit.tr;
  int const now = school_year_of(visit.viewer.today);
  int const year = year_in(visit.query.value("jaar").value_or(""), now);
  bool const may_change = visit.viewer.may(Action::change, Matter::holiday);
  auto const holidays =
      visit.read([&](db::Reading& reading) { return holidays_of(reading, visit.viewer.board, year); });
  auto const of = of_board(visit);
  HolidaysView view{.where = of.regions.of_board
                                 ? tr("Het bestuur ligt in regio {}.", words_for(*of.regions.of_board, tr))
                                 : tr("Nog niet gezegd is in welke regio het bestuur ligt."),
                    .may_change = may_change,
                    .regions = {}};
  for (int shown = now; shown < now + years_shown; ++shown)
    view.years.push_back({school_year_text(shown), path_to(shown), shown == year});
  for (auto const& unit : of.units) {
    auto const own = of.regions.own.find(unit.id);
    if (own != of.regions.own.end()) view.others.push_back(unit.name + ": " + words_for(own->second, tr));
  }
  base::each_enumerator<Region>(
      [&](Region region) { view.regions.push_back(view_of(region, holidays, year, may_change, tr)); });
  return visit.page({.title = tr("Schoolvakanties"),
                     .crumbs = programmes_crumb(tr),
                     .holds = {Matter::holiday},
                     .content = visit.render(view)});
}

Response show_holidays_change(Visit& visit) {
  auto const of = asked_for(visit);
  if (!of) return visit.not_found();
  return lines_page(visit, lines_form(visit, *of));
}

Response post_holidays(Visit& visit) {
  auto const of = asked_for(visit);
  if (!of) return visit.not_found();
  auto const filled = visit.read_form<LinesDraft>();
  auto form = lines_form(visit, *of);
  if (!filled || form.is_stale(visit.form)) return lines_page(visit, form.filled(filled));
  auto const holidays = holidays_in(filled->lines, of->year, of->region);
  if (!holidays) return lines_page(visit, form.filled(filled, objection_to(holidays.error(), visit.tr)));
  auto const set = visit.write(
      [&](db::Transaction& tx) { return set_holidays(tx, visit.actor(), of->year, of->region, *holidays); });
  if (!set) return lines_page(visit, form.filled(filled, objection_to(set.error(), visit.tr)));
  return visit.see_other(path_to(of->year), visit.tr.n("Bewaard: één periode.", "Bewaard: {} periodes.", *set));
}

Response show_regions(Visit& visit) { return lines_page(visit, regions_form(visit, of_board(visit))); }

Response post_regions(Visit& visit) {
  auto const of = of_board(visit);
  auto const regions = regions_in(visit.form, of);
  if (!regions.of_board) {
    auto form = regions_form(visit, of);
    return lines_page(visit, form.filled(visit.form, html::Objection{"region", visit.tr("Kies een regio.")}));
  }
  auto const set = visit.write([&](db::Transaction& tx) { return set_regions(tx, visit.actor(), regions); });
  if (!set) {
    auto form = regions_form(visit, of);
    return lines_page(visit, form.filled(visit.form, objection_to(set.error(), visit.tr)));
  }
  return visit.see_other(path_here, visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
