#include <algorithm>

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme::pages {

namespace {

struct Around {
  Participation way;
  std::string unit_name;
  std::vector<Step> steps;
  std::vector<Row> others;  // ways of the same cohort that can come along
};

Around around_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Around found{.way = *find_participation(reading, visit.id<ParticipationId>())};
    auto const programme = *find_programme(reading, found.way.programme);
    found.steps = steps_of(reading, programme, found.way.version);
    auto ways = participations_of(reading, programme);
    std::erase_if(ways, [&](Participation const& one) {
      return one.cohort != found.way.cohort || (one.status != Status::active && one.status != Status::committed);
    });
    found.others = rows_of(reading, ways, visit.viewer.today);
    for (auto const& unit : organisation::units_by_ids(reading, {found.way.unit})) found.unit_name = unit.name;
    return found;
  });
}

std::vector<html::Option> steps_of(Around const& around) {
  std::vector<html::Option> options;
  for (auto const& step : around.steps)
    options.push_back({std::to_string(step.position), std::to_string(step.position) + ". " + step.title});
  return options;
}

std::vector<html::Option> others_of(Around const& around) {
  std::vector<html::Option> options;
  for (auto const& row : around.others) {
    options.push_back(
        {row.way.id.text(), row.person_name.empty() ? row.unit_name : row.person_name + ", " + row.unit_name});
  }
  return options;
}

std::vector<html::Option> kinds(std::vector<MeetingKind> const& of, i18n::Words const& tr) {
  std::vector<html::Option> options;
  for (auto const kind : of) options.push_back({std::string(base::name_of(kind)), words_for(kind, tr)});
  return options;
}

void add_time_and_place(html::FormBuilder& form, i18n::Words const& tr) {
  form.moment("starts_at", tr("Wanneer"),
              tr("Het liefst op een gewoon overlegmoment van het team: dan is het geen extra belasting."))
      .number("minutes", tr("Duur in minuten"))
      .optional_text("place", tr("Waar"))
      .optional_text("link", tr("Link om op afstand mee te doen"))
      .optional_text("trainer", tr("Begeleider"));
}

html::FormBuilder form_of(Visit const& visit, Around const& around) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Bijeenkomst plannen"), path_of(around.way.id) + "/bijeenkomsten",
                         tr("Plan bijeenkomst"));
  form.intro(tr("De vragen van de stap worden de eerste agenda. School en begeleider passen die daarna samen aan."))
      .options("kind", tr("Wat voor bijeenkomst"),
               kinds({MeetingKind::step, MeetingKind::kick_off, MeetingKind::second_year}, tr))
      .optional_choice("step", tr("Stap"), steps_of(around))
      .optional_text("title", tr("Naam"), tr("Leeg: de naam van de stap."));
  add_time_and_place(form, tr);
  bool const runs_it = visit.viewer.relations.has(access::Relation::facilitator) ||
                       visit.viewer.relations.has(access::Relation::trainer);
  if (runs_it) {
    form.many("participations", tr("Wie komt er"), others_of(around),
              tr("Een gezamenlijke bijeenkomst hoort bij alle scholen die u aankruist."));
  }
  form.cancel(path_of(around.way.id));
  return form;
}

std::vector<html::Option> cohorts_of(Visit& visit) {
  auto const cohorts = visit.read([&](db::Reading& reading) {
    return programme::cohorts_of(reading, *find_programme(reading, visit.id<ProgrammeId>()));
  });
  std::vector<html::Option> options;
  for (auto const& cohort : cohorts)
    options.push_back({cohort.id.text(), cohort.name + ", " + school_year_text(cohort.school_year)});
  return options;
}

html::FormBuilder programme_form(Visit& visit) {
  auto const& tr = visit.tr;
  auto const path = path_of(visit.id<ProgrammeId>());
  html::FormBuilder form(tr, tr("Overleg plannen"), path + "/bijeenkomsten", tr("Plan overleg"));
  form
      .intro(tr(
          "Een overleg van het projectteam of de directeuren hoort bij het programma als geheel, niet bij een stap."))
      .options("kind", tr("Wat voor overleg"),
               kinds({MeetingKind::project_team, MeetingKind::directors, MeetingKind::other}, tr))
      .text("title", tr("Naam"))
      .optional_choice("cohort", tr("Voor een hele groep"), cohorts_of(visit),
                       tr("Dan hoort het overleg bij iedereen in die groep."));
  add_time_and_place(form, tr);
  form.cancel(path);
  return form;
}

std::vector<html::Link> crumbs(Around const& around, i18n::Words const& tr) {
  return crumbs_to(around.way, around.unit_name, tr);
}

std::vector<html::Link> crumbs_of_programme(Visit& visit) {
  auto const programme =
      visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()); });
  return crumbs_to(*programme, visit.tr);
}

std::string two_weeks_on(base::Date today) { return base::LocalTime{today.plus_days(14), 14 * 60}.text(); }

}  // namespace

Response show_meeting_new(Visit& visit) {
  auto const around = around_of(visit);
  auto form = form_of(visit, around);
  auto const step = visit.query.value("stap").value_or("");
  auto const asked = std::find_if(around.steps.begin(), around.steps.end(),
                                  [&](Step const& one) { return std::to_string(one.position) == step; });
  int const minutes = asked == around.steps.end() || asked->minutes == 0 ? 120 : asked->minutes;
  form.start("kind", "step")
      .start("step", step)
      .start("minutes", std::to_string(minutes))
      .start("starts_at", two_weeks_on(visit.viewer.today))
      .start("participations", around.way.id.text())
      .start("place", around.unit_name);
  return visit.form_page(form.build(), crumbs(around, visit.tr), {access::Matter::meeting});
}

Response post_meeting(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<MeetingDraft>();
  if (!filled) return visit.form_page(form_of(visit, around).filled(filled).build(), crumbs(around, visit.tr));
  auto draft = *filled;
  bool const runs_it = visit.viewer.relations.has(access::Relation::facilitator) ||
                       visit.viewer.relations.has(access::Relation::trainer);
  if (!runs_it) draft.participations = {around.way.id};  // a school plans for itself alone
  draft.cohort.reset();
  if (std::find(draft.participations.begin(), draft.participations.end(), around.way.id) ==
      draft.participations.end()) {
    draft.participations.push_back(around.way.id);  // the page is this way's own
  }
  auto const planned = visit.write(
      [&](db::Transaction& tx) { return plan_meeting(tx, visit.actor(), around.way.programme, draft, visit.tr); });
  if (!planned)
    return visit.form_page(form_of(visit, around).filled(filled, objection_to(planned.error(), visit.tr)).build(),
                           crumbs(around, visit.tr));
  return visit.see_other(path_of(*planned), visit.tr("De bijeenkomst is gepland. Pas de agenda samen aan."));
}

Response show_programme_meeting_new(Visit& visit) {
  auto form = programme_form(visit);
  form.start("kind", "directors").start("minutes", "90").start("starts_at", two_weeks_on(visit.viewer.today));
  return visit.form_page(form.build(), crumbs_of_programme(visit), {access::Matter::meeting});
}

Response post_programme_meeting(Visit& visit) {
  auto const filled = visit.read_form<MeetingDraft>();
  if (!filled) return visit.form_page(programme_form(visit).filled(filled).build(), crumbs_of_programme(visit));
  auto draft = *filled;
  draft.participations.clear();
  draft.step.reset();  // it is of the programme, or of a whole cohort
  auto const planned = visit.write(
      [&](db::Transaction& tx) { return plan_meeting(tx, visit.actor(), visit.id<ProgrammeId>(), draft, visit.tr); });
  if (!planned)
    return visit.form_page(programme_form(visit).filled(filled, objection_to(planned.error(), visit.tr)).build(),
                           crumbs_of_programme(visit));
  return visit.see_other(path_of(*planned), visit.tr("Het overleg is gepland."));
}

}  // namespace lenig::programme::pages
