// When a unit would like its turn, and its yes to a year outside its choice.
#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/planning_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;
using access::Relation;

struct Asked {
  Sheet sheet;
  Planned planned;
  std::vector<int> years;
};

/// The unit on the planning of the programme in the path. Who facilitates counts only at the place that runs it.
std::optional<Asked> asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Asked> {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>("programme_id"));
    if (!programme || programme->audience == Audience::people) return std::nullopt;
    bool const own = visit.viewer.relations.has(Relation::leader) || visit.viewer.relations.has(Relation::group_member);
    auto const to_host = organisation::relations_to_unit(reading, visit.viewer, programme->host.text());
    if (!own && !(to_host && (to_host->has(Relation::facilitator) || to_host->has(Relation::trainer))))
      return std::nullopt;
    Asked asked{.sheet = sheet_of(reading, *programme), .planned = {}, .years = {}};
    auto const at =
        std::ranges::find_if(asked.sheet.units, [&](auto const& one) { return one.unit.id == visit.id<UnitId>(); });
    if (at == asked.sheet.units.end()) return std::nullopt;
    asked.planned = *at;
    asked.years = base::collected(asked.sheet.cohorts, &Cohort::school_year);
    std::ranges::sort(asked.years);
    asked.years.erase(std::ranges::unique(asked.years).begin(), asked.years.end());
    return asked;
  });
}

std::string field_of(int school_year) { return "year-" + std::to_string(school_year); }

std::vector<html::Option> wish_options(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Wish>(
      [&](Wish wish) { options.push_back({std::string(base::name_of(wish)), words_for(wish, tr)}); });
  return options;
}

std::vector<html::Option> day_options(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<Weekday>(
      [&](Weekday day) { options.push_back({std::string(base::name_of(day)), words_for(day, tr)}); });
  return options;
}

std::string clock(int minute) { return base::LocalTime{base::Date(), minute}.clock(); }

html::FormBuilder form_of(Visit const& visit, Asked const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: wanneer past het?", asked.planned.unit.name), visit.request.path,
                         tr("Bewaar wensen"));
  form.intro(
      tr("De school kiest de periode die haar het beste uitkomt. De planning houdt zich eraan; wie toch ergens "
         "anders komt wordt het eerst gevraagd."));
  for (int const year : asked.years)
    form.options(field_of(year), tr("Schooljaar {}", school_year_text(year)), wish_options(tr))
        .start(field_of(year), std::string(base::name_of(asked.planned.wishes.in(year))));
  form.many("weekdays", tr("Op welke dagen kan het"), day_options(tr), tr("Niets gekozen: elke dag kan."))
      .optional_choice("team_day", tr("Vast teamoverleg op"), day_options(tr),
                       tr("Bijeenkomsten komen het liefst daar: dan zijn zij geen extra belasting."))
      .optional_text("team_at", tr("Vast teamoverleg om"), tr("Bijvoorbeeld 15:30."));
  if (auto const& time = asked.planned.wishes.time) {
    form.start_all("weekdays",
                   base::collected(time->weekdays, [](Weekday day) { return std::string(base::name_of(day)); }));
    if (time->team_day)
      form.start("team_day", std::string(base::name_of(*time->team_day))).start("team_at", clock(*time->team_minute));
  }
  return form.cancel(organisation::path_of(asked.planned.unit.id));
}

Response page(Visit& visit, Asked const& asked, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(asked.sheet.programme, visit.tr), {Matter::wish});
}

/// Minutes since midnight of "15:30"; nothing when it is no time of the clock.
std::optional<int> minute_of(std::string const& typed) {
  auto const at = base::LocalTime::parse("2000-01-01T" + typed);
  return at ? std::optional(at->minute_of_day) : std::nullopt;
}

WishDraft draft_in(html::Sent const& form, Asked const& asked) {
  WishDraft draft;
  for (int const year : asked.years) {
    if (auto const wish = base::enum_from<Wish>(form.value(field_of(year)).value_or(""))) draft.by_year[year] = *wish;
  }
  for (auto const& word : form.values("weekdays")) {
    if (auto const day = base::enum_from<Weekday>(word)) draft.weekdays.push_back(*day);
  }
  draft.team_day = base::enum_from<Weekday>(form.value("team_day").value_or(""));
  draft.team_minute = minute_of(form.value("team_at").value_or(""));
  return draft;
}

struct YesView {
  static constexpr std::string_view view = "programme/say_yes";
  std::string unit;
  std::string year;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(YesView, (), (unit, year, path))

/// Where the plan puts the unit outside its choice, and nobody said yes yet.
std::optional<Cohort> asked_to(Asked const& asked) {
  auto const& placement = asked.planned.placement;
  if (!placement || placement->yes_on) return std::nullopt;
  auto const at = std::ranges::find(asked.sheet.cohorts, placement->cohort, &Cohort::id);
  bool const outside =
      at != asked.sheet.cohorts.end() && asked.planned.wishes.in(at->school_year) == Wish::does_not_suit;
  return outside ? std::optional(*at) : std::nullopt;
}

}  // namespace

Response show_wishes(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  return page(visit, *asked, form_of(visit, *asked));
}

Response post_wishes(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const draft = draft_in(visit.form, *asked);
  auto form = form_of(visit, *asked);
  bool const no_clock = !draft.team_minute && !visit.form.value("team_at").value_or("").empty();
  if (no_clock)
    return page(visit, *asked,
                form.filled(visit.form, html::Objection{"team_at", visit.tr("Vul een tijd in als 15:30.")}));
  auto const noted = visit.write([&](db::Transaction& tx) {
    return note_wishes(tx, visit.actor(), asked->sheet.programme.id, asked->planned.unit.id, draft);
  });
  if (!noted) return page(visit, *asked, form.filled(visit.form, objection_to(noted.error(), visit.tr)));
  return visit.see_other(visit.request.path, visit.tr("Bewaard. De projectleiding plant ermee."));
}

Response show_yes(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const cohort = asked_to(*asked);
  auto const back = wish_path(asked->planned.unit.id, asked->sheet.programme.id);
  if (!cohort) return visit.see_other(back, visit.tr("Er is nu niets gevraagd."));
  YesView const view{asked->planned.unit.name, school_year_text(cohort->school_year), back + "/ja"};
  return visit.page({.title = visit.tr("{}: past {} toch?", view.unit, view.year),
                     .crumbs = crumbs_to(asked->sheet.programme, visit.tr),
                     .holds = {Matter::wish},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

Response post_yes(Visit& visit) {
  auto const asked = asked_for(visit);
  // The office plans; only who leads the unit can say yes for it.
  if (!asked || !visit.viewer.relations.has(Relation::leader)) return visit.not_found();
  auto const said = visit.write([&](db::Transaction& tx) {
    return say_yes(tx, visit.actor(), asked->sheet.programme.id, asked->planned.unit.id);
  });
  auto const back = wish_path(asked->planned.unit.id, asked->sheet.programme.id);
  if (!said) return visit.see_other(back, objection_to(said.error(), visit.tr).message);
  return visit.see_other(back, visit.tr("Dank u: de projectleiding weet dat het kan."));
}

}  // namespace lenig::programme::pages
