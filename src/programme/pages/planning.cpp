// Who goes when: the plan with its faults, moved by hand, proposed by the engine, carried out.
#include "programme/planning.hpp"

#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/planning_words.hpp"
#include "programme/pages/words.hpp"
#include "programme/wish_letter.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct ChoiceView {
  std::string id;
  std::string name;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (id, name, chosen))

struct UnitLine {
  std::string unit;
  std::string unit_id;
  std::string wishes;
  std::string wish_path;
  std::string fault;  // what is wrong here, in words
  std::string said_yes;
  std::string place_path;  // when it can be moved
  std::string status;      // of who is on its way
  std::vector<ChoiceView> choices;
};
BOOST_DESCRIBE_STRUCT(UnitLine, (), (unit, unit_id, wishes, wish_path, fault, said_yes, place_path, status, choices))

struct ColumnView {
  std::string id;
  std::string name;
  std::string year;
  std::string count;
  std::string cohort_fault;
  std::string half_days;
  std::string half_days_path;  // for who plans
  std::vector<UnitLine> lines;
};
BOOST_DESCRIBE_STRUCT(ColumnView, (), (id, name, year, count, cohort_fault, half_days, half_days_path, lines))

struct PlanningView {
  static constexpr std::string_view view = "programme/planning";
  std::string name;
  std::vector<PlaceLink> places;
  std::string path;
  bool may_change = false;
  std::string problem;
  bool has_faults = false;
  std::vector<std::string> faults;
  bool asks_maximum = false;  // carrying it out goes above a maximum
  bool has_plan = false;      // something differs from what was invited
  bool has_cohorts = false;
  std::string ask_wishes;  // what the press says, when there is somebody to ask
  std::vector<ColumnView> columns;
};
BOOST_DESCRIBE_STRUCT(PlanningView, (),
                      (name, places, path, may_change, problem, has_faults, faults, asks_maximum, has_plan, has_cohorts,
                       ask_wishes, columns))

struct PlaceDraft {
  UnitId unit;
  CohortId cohort;
};
BOOST_DESCRIBE_STRUCT(PlaceDraft, (), (unit, cohort))

struct CarryOutDraft {
  bool over_maximum = false;
};
BOOST_DESCRIBE_STRUCT(CarryOutDraft, (), (over_maximum))

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/planning"; }

struct Asked {
  Sheet sheet;
  std::vector<WishAsked> wishes_asked;
};

std::string wishes_text(Wishes const& wishes, Sheet const& sheet, std::vector<WishAsked> const& asked,
                        i18n::Words const& tr) {
  std::vector<std::string> parts;
  for (auto const& cohort : sheet.cohorts) {
    auto const wish = wishes.in(cohort.school_year);
    if (wish != Wish::no_preference) parts.push_back(school_year_text(cohort.school_year) + ": " + words_for(wish, tr));
  }
  if (parts.empty()) {
    auto const at = std::ranges::find(asked, wishes.unit, &WishAsked::unit);
    if (wishes.time) return tr("Geen voorkeur");
    return at == asked.end() ? tr("Nog geen wens genoteerd") : tr("Naar wensen gevraagd op {}", tr.day(at->asked_on));
  }
  return base::joined(parts, " · ");
}

/// The faults about one unit, or about a cohort as a whole.
std::string fault_text(Sheet const& sheet, CohortId const& cohort, UnitId const& unit, i18n::Words const& tr) {
  std::vector<std::string> parts;
  for (auto const& fault : sheet.faults) {
    if (fault.cohort == cohort && fault.unit == unit) parts.push_back(words_for(fault, tr));
  }
  return base::joined(parts, " ");
}

UnitLine line_of(Planned const& planned, Asked const& asked, bool may_change, i18n::Words const& tr) {
  auto const& sheet = asked.sheet;
  auto const cohort = planned.cohort();
  UnitLine line{.unit = planned.unit.name,
                .unit_id = planned.unit.id.text(),
                .wishes = wishes_text(planned.wishes, sheet, asked.wishes_asked, tr),
                .wish_path = wish_path(planned.unit.id, sheet.programme.id),
                .fault = cohort ? fault_text(sheet, *cohort, planned.unit.id, tr) : ""};
  if (planned.placement && planned.placement->yes_on)
    line.said_yes = tr("Zei ja op {}", tr.day(*planned.placement->yes_on));
  if (planned.fixed) {
    line.status = words_for(planned.way->status, tr);
  } else if (may_change) {
    line.place_path = path_here(sheet.programme.id) + "/plaatsen";
    for (auto const& one : sheet.cohorts)
      line.choices.push_back({one.id.text(), one.name, cohort && *cohort == one.id});
  }
  return line;
}

ColumnView column_of(Cohort const& cohort, Asked const& asked, bool may_change, i18n::Words const& tr) {
  auto const& sheet = asked.sheet;
  ColumnView column{.id = cohort.id.text(),
                    .name = cohort.name,
                    .year = school_year_text(cohort.school_year),
                    .cohort_fault = fault_text(sheet, cohort.id, UnitId(), tr)};
  for (auto const& planned : sheet.units) {
    if (planned.cohort() == cohort.id) column.lines.push_back(line_of(planned, asked, may_change, tr));
  }
  auto const count = column.lines.size();
  column.count = cohort.most ? tr("{} van ten hoogste {}", count, *cohort.most) : std::to_string(count);
  if (auto const at = sheet.available.find(cohort.id); at != sheet.available.end())
    column.half_days = tr("{} van {} dagdelen van begeleiders", static_cast<int>(count) * sheet.steps, at->second);
  if (may_change) column.half_days_path = path_here(sheet.programme.id) + "/dagdelen/" + cohort.id.text();
  return column;
}

ColumnView without_cohort(Asked const& asked, bool may_change, i18n::Words const& tr) {
  ColumnView column{.name = tr("Nog zonder groep"), .lines = {}};
  for (auto const& planned : asked.sheet.units) {
    if (!planned.cohort()) column.lines.push_back(line_of(planned, asked, may_change, tr));
  }
  column.count = std::to_string(column.lines.size());
  return column;
}

/// What is wrong, each with where.
std::vector<std::string> all_faults(Sheet const& sheet, i18n::Words const& tr) {
  std::vector<std::string> all;
  for (auto const& fault : sheet.faults) {
    auto const cohort = std::ranges::find(sheet.cohorts, fault.cohort, &Cohort::id);
    auto const unit = std::ranges::find_if(sheet.units, [&](auto const& one) { return one.unit.id == fault.unit; });
    auto const where =
        (unit == sheet.units.end() ? "" : unit->unit.name + ", ") + (cohort == sheet.cohorts.end() ? "" : cohort->name);
    all.push_back(where + ": " + words_for(fault, tr));
  }
  return all;
}

bool is_plan(Planned const& planned) {
  return planned.placement && (!planned.way || planned.way->cohort != planned.placement->cohort);
}

Asked with_letters(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>()).value();
    return Asked{sheet_of(reading, programme), wishes_asked(reading, programme)};
  });
}

std::string ask_text(Asked const& asked, base::Date today, i18n::Words const& tr) {
  auto const silent = silent_units(asked.sheet, asked.wishes_asked, today);
  if (silent.empty() || asked.sheet.cohorts.empty()) return {};
  return tr.n("Vraag één school om haar wensen", "Vraag {} scholen om hun wensen",
              static_cast<long long>(silent.size()));
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const& tr = visit.tr;
  auto const asked = with_letters(visit);
  auto const& sheet = asked.sheet;
  bool const may_change =
      visit.viewer.may(Action::change, Matter::planning) && sheet.programme.audience == Audience::units;
  PlanningView view{.name = sheet.programme.name,
                    .places = places_of(sheet.programme, Place::planning, visit.viewer, tr),
                    .path = path_here(sheet.programme.id),
                    .may_change = may_change,
                    .problem = problem,
                    .faults = all_faults(sheet, tr),
                    .asks_maximum = std::ranges::find(sheet.faults, schedule::RollOutFault::Kind::over_maximum,
                                                      &PlanFault::kind) != sheet.faults.end(),
                    .has_plan = std::ranges::any_of(sheet.units, is_plan),
                    .has_cohorts = !sheet.cohorts.empty()};
  view.has_faults = !view.faults.empty();
  if (may_change) view.ask_wishes = ask_text(asked, visit.viewer.today, tr);
  for (auto const& cohort : sheet.cohorts) view.columns.push_back(column_of(cohort, asked, may_change, tr));
  if (auto rest = without_cohort(asked, may_change, tr); !rest.lines.empty()) view.columns.push_back(std::move(rest));
  return visit.page({.title = tr("Planning van {}", view.name),
                     .crumbs = programmes_crumb(tr),
                     .holds = {Matter::planning, Matter::wish},
                     .content = visit.render(view),
                     .width = access::Width::wide},
                    problem.empty() ? 200 : 422);
}

struct HalfDaysDraft {
  std::optional<int> half_days;
};
BOOST_DESCRIBE_STRUCT(HalfDaysDraft, (), (half_days))

struct OfCohort {
  Programme programme;
  Cohort cohort;
  std::optional<int> half_days;
};

std::optional<OfCohort> cohort_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<OfCohort> {
    auto const sheet = sheet_of(reading, find_programme(reading, visit.id<ProgrammeId>()).value());
    auto const at = std::ranges::find(sheet.cohorts, visit.id<CohortId>("cohort_id"), &Cohort::id);
    if (at == sheet.cohorts.end()) return std::nullopt;
    auto const half_days = sheet.half_days.find(at->id);
    return OfCohort{sheet.programme, *at, half_days == sheet.half_days.end() ? std::nullopt : half_days->second};
  });
}

html::FormBuilder half_days_form(Visit const& visit, OfCohort const& of) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: dagdelen van begeleiders", of.cohort.name), visit.request.path, tr("Bewaar"));
  form.intro(
          tr("Hoeveel dagdelen hebben de begeleiders samen voor deze groep? Leeg: wat op het blad Begeleiders staat."))
      .number("half_days", tr("Dagdelen"))
      .cancel(path_here(of.programme.id))
      .start(HalfDaysDraft{of.half_days});
  return form;
}

Response half_days_page(Visit& visit, OfCohort const& of, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(of.programme, visit.tr), {Matter::planning});
}

}  // namespace

Response show_planning(Visit& visit) { return shown(visit); }

Response post_place(Visit& visit) {
  auto const filled = visit.read_form<PlaceDraft>();
  if (!filled) return shown(visit, visit.tr("Kies een school en de groep waarin zij komt."));
  auto const id = visit.id<ProgrammeId>();
  auto const placed =
      visit.write([&](db::Transaction& tx) { return place_unit(tx, visit.actor(), id, filled->unit, filled->cohort); });
  if (!placed) return shown(visit, objection_to(placed.error(), visit.tr).message);
  return visit.see_other(path_here(id), visit.tr("Verplaatst."), *placed);
}

Response post_carry_out(Visit& visit) {
  auto const filled = visit.read_form<CarryOutDraft>();
  auto const id = visit.id<ProgrammeId>();
  auto const maximum = filled->over_maximum ? Maximum::exceeded_knowingly : Maximum::holds;
  auto const done = visit.write([&](db::Transaction& tx) { return carry_out(tx, visit.actor(), id, maximum); });
  if (!done) return shown(visit, objection_to(done.error(), visit.tr).message);
  return visit.see_other(
      path_here(id), visit.tr("De planning is uitgevoerd: {} uitgenodigd, {} verplaatst.", done->invited, done->moved));
}

Response post_ask_wishes(Visit& visit, std::string const& address) {
  auto const& tr = visit.tr;
  auto const id = visit.id<ProgrammeId>();
  auto const asked = visit.write([&](db::Transaction& tx) { return ask_wishes(tx, visit.actor(), id, address, tr); });
  if (!asked) return shown(visit, objection_to(asked.error(), tr).message);
  auto const without = asked->without == 0
                           ? ""
                           : " " + tr.n("Bij één school is geen adres van de leiding bekend.",
                                        "Bij {} scholen is geen adres van de leiding bekend.", asked->without);
  return visit.see_other(path_here(id), tr.n("Eén school is om haar wensen gevraagd.",
                                             "{} scholen zijn om hun wensen gevraagd.", asked->units) +
                                            without);
}

Response show_half_days(Visit& visit) {
  auto const of = cohort_asked_for(visit);
  if (!of) return visit.not_found();
  return half_days_page(visit, *of, half_days_form(visit, *of));
}

Response post_half_days(Visit& visit) {
  auto const of = cohort_asked_for(visit);
  if (!of) return visit.not_found();
  auto const filled = visit.read_form<HalfDaysDraft>();
  auto form = half_days_form(visit, *of);
  if (!filled || form.is_stale(visit.form)) return half_days_page(visit, *of, form.filled(filled));
  auto const set = visit.write(
      [&](db::Transaction& tx) { return set_half_days(tx, visit.actor(), of->cohort.id, filled->half_days); });
  if (!set) return half_days_page(visit, *of, form.filled(filled, objection_to(set.error(), visit.tr)));
  return visit.see_other(path_here(of->programme.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
