// Half-days and money of each unit in a school year: planned against used.
#include "programme/facilitation.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct EntryView {
  std::string what;
  std::string note;
  std::string remove_path;  // for who keeps the account
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (what, note, remove_path))

struct UnitView {
  std::string unit;
  std::string planned;
  std::string used;
  std::string over;  // how much more was used than planned
  std::vector<EntryView> entries;
};
BOOST_DESCRIBE_STRUCT(UnitView, (), (unit, planned, used, over, entries))

struct YearLink {
  std::string year;
  std::string year_path;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(YearLink, (), (year, year_path, here))

struct FacilitationView {
  static constexpr std::string_view view = "programme/facilitation";
  std::string name;
  std::vector<PlaceLink> places;
  std::vector<YearLink> years;
  std::string enter_path;
  bool has_units = false;
  std::vector<UnitView> units;
};
BOOST_DESCRIBE_STRUCT(FacilitationView, (), (name, places, years, enter_path, has_units, units))

struct Sum {
  int half_days = 0;
  long long cents = 0;
};

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/dagdelen"; }

std::string path_here(ProgrammeId const& programme, int year) {
  return path_here(programme) + "?jaar=" + std::to_string(year);
}

std::string euros_text(long long cents) {
  auto const rest = std::to_string(cents % 100);
  return "€ " + std::to_string(cents / 100) + "," + (rest.size() == 1 ? "0" : "") + rest;
}

std::string sum_text(Sum const& sum, i18n::Words const& tr) {
  return tr.n("{} dagdeel", "{} dagdelen", sum.half_days) + " · " + euros_text(sum.cents);
}

Sum sum_of(std::vector<Facilitation> const& entries, UnitId const& unit, Stage stage) {
  Sum sum;
  for (auto const& one : entries) {
    if (one.unit != unit || one.stage != stage) continue;
    sum.half_days += one.half_days;
    sum.cents += one.cents;
  }
  return sum;
}

std::string over_text(Sum const& planned, Sum const& used, i18n::Words const& tr) {
  Sum const over{std::max(0, used.half_days - planned.half_days), std::max(0LL, used.cents - planned.cents)};
  return over.half_days == 0 && over.cents == 0 ? "" : tr("Meer dan gepland: {}", sum_text(over, tr));
}

struct Material {
  Programme programme;
  int year = 0;
  std::vector<int> years;
  std::vector<Facilitation> entries;
  std::vector<organisation::UnitSummary> units;  // those the viewer may see the account of
};

int year_asked_for(Visit const& visit) {
  auto const text = visit.query.value("jaar").value_or("");
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year == 0 ? school_year_of(visit.viewer.today) : year;
}

/// A leader sees the account of the units they lead; who keeps it or governs the board, all of them.
bool sees_all(access::Viewer const& viewer) {
  using access::Relation;
  return viewer.relations.has(Relation::facilitator) || viewer.relations.has(Relation::hr) ||
         viewer.relations.has(Relation::board_member);
}

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.programme = find_programme(reading, visit.id<ProgrammeId>()).value(),
                   .year = year_asked_for(visit)};
    found.entries = facilitation_of(reading, found.programme, found.year);
    found.years = base::collected(cohorts_of(reading, found.programme), &Cohort::school_year);
    std::ranges::sort(found.years);
    found.years.erase(std::ranges::unique(found.years).begin(), found.years.end());
    found.units = organisation::units_within(reading, found.programme.host);
    if (!sees_all(visit.viewer)) {
      auto const led =
          organisation::led_by(reading, visit.viewer, base::collected(found.units, &organisation::UnitSummary::id));
      std::erase_if(found.units, [&](auto const& unit) { return std::ranges::find(led, unit.id) == led.end(); });
    }
    return found;
  });
}

UnitView view_of(organisation::UnitSummary const& unit, Material const& material, bool may_change,
                 i18n::Words const& tr) {
  auto const planned = sum_of(material.entries, unit.id, Stage::planned);
  auto const used = sum_of(material.entries, unit.id, Stage::used);
  UnitView view{.unit = unit.name,
                .planned = sum_text(planned, tr),
                .used = sum_text(used, tr),
                .over = over_text(planned, used, tr)};
  for (auto const& one : material.entries) {
    if (one.unit != unit.id) continue;
    view.entries.push_back(
        {one.what,
         words_for(one.stage, tr) + " · " + sum_text({one.half_days, one.cents}, tr) + " · " + tr.day(one.on_day),
         may_change ? path_here(material.programme.id) + "/" + one.id.text() + "/verwijderen" : ""});
  }
  return view;
}

html::FormBuilder form_of(Visit const& visit, Material const& material) {
  auto const& tr = visit.tr;
  std::vector<html::Option> stages;
  base::each_enumerator<Stage>(
      [&](Stage stage) { stages.push_back({std::string(base::name_of(stage)), words_for(stage, tr)}); });
  html::FormBuilder form(tr, tr("Dagdelen of geld invoeren"), path_here(material.programme.id), tr("Voer in"));
  form.choice("unit", tr("School of team"),
              base::collected(material.units, [](auto const& unit) { return html::Option{unit.id.text(), unit.name}; }))
      .number("school_year", tr("Schooljaar"), tr("Het jaar waarin het schooljaar begint: 2004 is 2004-2005."))
      .options("stage", tr("Gepland of gebruikt"), stages)
      .number("half_days", tr("Dagdelen"))
      .optional_text("euros", tr("Euro's"), tr("Bijvoorbeeld 450 of 449,50; uit het scholingsbudget van de school."))
      .text("what", tr("Waarvoor"))
      .cancel(path_here(material.programme.id));
  return form;
}

Response form_page(Visit& visit, Material const& material, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(material.programme, visit.tr), {Matter::facilitation});
}

}  // namespace

Response show_facilitation(Visit& visit) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  bool const may_change = visit.viewer.may(Action::change, Matter::facilitation);
  FacilitationView view{.name = material.programme.name,
                        .places = places_of(material.programme, Place::facilitation, visit.viewer, tr),
                        .years = base::collected(material.years,
                                                 [&](int year) {
                                                   return YearLink{school_year_text(year),
                                                                   path_here(material.programme.id, year),
                                                                   year == material.year};
                                                 }),
                        .enter_path = may_change ? path_here(material.programme.id) + "/nieuw" : ""};
  for (auto const& unit : material.units) {
    auto one = view_of(unit, material, may_change, tr);
    if (!one.entries.empty()) view.units.push_back(std::move(one));
  }
  view.has_units = !view.units.empty();
  return visit.page({.title = tr("Dagdelen en geld van {}", view.name),
                     .crumbs = programmes_crumb(tr),
                     .holds = {Matter::facilitation},
                     .content = visit.render(view)});
}

Response show_facilitation_new(Visit& visit) {
  auto const material = gather(visit);
  auto form = form_of(visit, material);
  form.start("school_year", std::to_string(material.year)).start("stage", "planned").start("half_days", "0");
  return form_page(visit, material, form);
}

Response post_facilitation(Visit& visit) {
  auto const material = gather(visit);
  auto const filled = visit.read_form<FacilitationDraft>();
  auto form = form_of(visit, material);
  if (!filled) return form_page(visit, material, form.filled(filled));
  auto const entered = visit.write(
      [&](db::Transaction& tx) { return enter_facilitation(tx, visit.actor(), material.programme.id, *filled); });
  if (!entered) return form_page(visit, material, form.filled(filled, objection_to(entered.error(), visit.tr)));
  return visit.see_other(path_here(material.programme.id, filled->school_year), visit.tr("Ingevoerd."));
}

Response post_facilitation_remove(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const removed = visit.write([&](db::Transaction& tx) {
    return remove_facilitation(tx, visit.actor(), id, visit.id<FacilitationId>("entry_id"));
  });
  if (!removed) return visit.see_other(path_here(id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_here(id), visit.tr("Verwijderd."), *removed);
}

}  // namespace lenig::programme::pages
