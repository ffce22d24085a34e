// A cohort's year: proposed by the engine, changed by hand, and taken over into agendas.
#include <algorithm>
#include <charconv>
#include <set>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/pages/year_words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

struct StepLine {
  std::string step_title;
  std::string when;
  std::string who;
  std::string missing;  // why it has no place
  std::vector<std::string> wrong;
  std::string step_path;
  std::string verb;  // "Wijzig"
  bool removable = false;
};
BOOST_DESCRIBE_STRUCT(StepLine, (), (step_title, when, who, missing, wrong, step_path, verb, removable))

struct UnitView {
  std::string unit_name;
  std::string about;
  std::vector<StepLine> lines;
};
BOOST_DESCRIBE_STRUCT(UnitView, (), (unit_name, about, lines))

struct YearView {
  static constexpr std::string_view view = "programme/year";
  std::string name;
  std::string about;
  std::string path;
  std::string problem;
  std::string period;
  std::string slots;
  std::string holidays;
  bool lacks_holidays = false;
  std::string trainers;
  std::string trainers_path;
  std::string quality;
  bool has_plan = false;
  bool has_faults = false;
  std::vector<std::string> faults;
  bool has_units = false;
  std::vector<UnitView> units;
};
BOOST_DESCRIBE_STRUCT(YearView, (),
                      (name, about, path, problem, period, slots, holidays, lacks_holidays, trainers, trainers_path,
                       quality, has_plan, has_faults, faults, has_units, units))

std::string moment_text(base::LocalTime at, int minutes, i18n::Words const& tr) {
  base::LocalTime const end{at.date, (at.minute_of_day + minutes) % (24 * 60)};
  return tr.moment(at) + " – " + end.clock();
}

std::string trainer_name(YearSheet const& sheet, PersonId const& person, i18n::Words const& tr) {
  auto const at = std::ranges::find(sheet.trainers, person, &YearTrainer::person);
  return at == sheet.trainers.end() || at->name.empty() ? tr("iemand die hier niet meer werkt") : at->name;
}

std::vector<std::string> faults_at(YearSheet const& sheet, YearMeeting const& meeting, i18n::Words const& tr) {
  std::vector<std::string> found;
  for (auto const& fault : sheet.faults) {
    bool const here = fault.unit == meeting.participation.text() && fault.step == std::to_string(meeting.step);
    if (here) found.push_back(words_for(fault, sheet, tr));
  }
  return found;
}

std::string why_missing(YearSheet const& sheet, ParticipationId const& participation, int step, i18n::Words const& tr) {
  auto const at = std::ranges::find_if(
      sheet.hindrances, [&](auto const& one) { return one.participation == participation && one.step == step; });
  return at == sheet.hindrances.end() ? tr("nog niet gepland.") : tr("geen plaats: {}", words_for(at->why, tr));
}

StepLine line_of(YearSheet const& sheet, YearUnit const& unit, Step const& step, i18n::Words const& tr) {
  auto const& way = unit.row.way.id;
  StepLine line{.step_title = std::to_string(step.position) + ". " + step.title,
                .step_path = year_path(sheet.cohort.id) + "/" + way.text() + "/" + std::to_string(step.position)};
  auto const* const meeting = sheet.meeting(way, step.position);
  if (meeting == nullptr) {
    line.missing = why_missing(sheet, way, step.position, tr);
    line.verb = tr("Plan met de hand");
    return line;
  }
  line.when = moment_text(meeting->starts_at, meeting->minutes, tr);
  line.who = trainer_name(sheet, meeting->leads, tr);
  if (meeting->grows) line.who = tr("{}, met {}", line.who, trainer_name(sheet, *meeting->grows, tr));
  line.wrong = faults_at(sheet, *meeting, tr);
  line.verb = tr("Wijzig");
  line.removable = true;
  return line;
}

/// When its team meets, and in which region it is.
std::string about_unit(YearUnit const& unit, i18n::Words const& tr) {
  std::vector<std::string> parts;
  if (unit.time && unit.time->team_day) {
    parts.push_back(tr("vast teamoverleg op {} om {}", words_for(*unit.time->team_day, tr),
                       base::LocalTime{base::Date(), *unit.time->team_minute}.clock()));
  } else {
    parts.push_back(tr("geen vast teamoverleg genoteerd"));
  }
  if (unit.region) parts.push_back(tr("regio {}", words_for(*unit.region, tr)));
  if (!can_meet(unit.row.way, MeetingKind::step)) parts.push_back(tr("nog niet toegezegd"));
  return base::joined(parts, " · ");
}

UnitView view_of(YearSheet const& sheet, YearUnit const& unit, i18n::Words const& tr) {
  return {.unit_name = unit.row.name(),
          .about = about_unit(unit, tr),
          .lines = base::collected(unit.steps, [&](Step const& step) { return line_of(sheet, unit, step, tr); })};
}

/// What is wrong, each with where.
std::vector<std::string> all_faults(YearSheet const& sheet, i18n::Words const& tr) {
  return base::collected(sheet.faults, [&](schedule::MeetingFault const& fault) {
    auto const* const unit = sheet.unit(ParticipationId(fault.unit));
    return tr("{}, stap {}: {}", unit == nullptr ? "" : unit->row.unit_name, fault.step, words_for(fault, sheet, tr));
  });
}

std::string holidays_text(YearSheet const& sheet, i18n::Words const& tr) {
  std::set<Region> regions;
  bool unsaid = false;
  for (auto const& unit : sheet.units) {
    if (unit.region) regions.insert(*unit.region);
    unsaid = unsaid || !unit.region;
  }
  std::vector<std::string> parts;
  for (auto const region : regions) {
    auto const count = std::ranges::count(sheet.holidays, region, &Holiday::region);
    parts.push_back(tr("{}: {} periodes", words_for(region, tr), count));
  }
  if (unsaid) parts.push_back(tr("van een school is de regio niet gezegd: daar telt geen vakantie"));
  return base::joined(parts, "; ");
}

bool lacks_holidays(YearSheet const& sheet) {
  return std::ranges::any_of(sheet.units, [&](auto const& unit) {
    return !unit.region || std::ranges::find(sheet.holidays, *unit.region, &Holiday::region) == sheet.holidays.end();
  });
}

std::string trainers_text(YearSheet const& sheet) {
  return base::joined(base::collected(sheet.trainers, &YearTrainer::name), ", ");
}

YearView view_of(YearSheet const& sheet, i18n::Words const& tr) {
  YearView view{.name = sheet.cohort.name,
                .about = sheet.programme.name + " · " + tr("schooljaar {}", school_year_text(sheet.cohort.school_year)),
                .path = year_path(sheet.cohort.id),
                .period = tr("{} tot en met {}", tr.day(sheet.plan.first_day), tr.day(sheet.plan.last_day)),
                .slots = tr("het vaste teamoverleg eerst, anders om {}",
                            base::LocalTime{base::Date(), sheet.plan.other_minute}.clock()),
                .holidays = holidays_text(sheet, tr),
                .lacks_holidays = lacks_holidays(sheet),
                .trainers = trainers_text(sheet),
                .trainers_path = path_of(sheet.programme.id) + "/begeleiders",
                .quality = quality_of(sheet.plan, tr),
                .has_plan = !sheet.meetings.empty(),
                .faults = all_faults(sheet, tr),
                .units = base::collected(sheet.units, [&](auto const& unit) { return view_of(sheet, unit, tr); })};
  view.has_faults = !view.faults.empty();
  view.has_units = !view.units.empty();
  return view;
}

YearSheet asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    return year_sheet_of(reading, find_cohort(reading, visit.id<CohortId>()).value(), visit.viewer.today);
  });
}

std::vector<html::Link> crumbs(YearSheet const& sheet, i18n::Words const& tr) {
  auto all = crumbs_to(sheet.programme, tr);
  all.push_back({sheet.cohort.name, path_of(sheet.cohort.id)});
  return all;
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const sheet = asked_for(visit);
  auto view = view_of(sheet, visit.tr);
  view.problem = problem;
  return visit.page({.title = visit.tr("Jaar plannen: {}", view.name),
                     .crumbs = crumbs(sheet, visit.tr),
                     .holds = {Matter::planning, Matter::trainer_calendar},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

struct ShiftDraft {
  int weeks = 0;
  std::string way;  // "later" or "earlier"
};
BOOST_DESCRIBE_STRUCT(ShiftDraft, (), (weeks, way))

html::FormBuilder settings_form(Visit const& visit, YearSheet const& sheet) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: waarmee plannen", sheet.cohort.name), visit.request.path, tr("Bewaar"));
  form.date("first_day", tr("Eerste dag"))
      .date("last_day", tr("Laatste dag"))
      .text("other_at", tr("Anders om"),
            tr("Het tijdstip waar een team geen vast overleg heeft, of waar dat niet uitkomt. Bijvoorbeeld 15:30."))
      .number("minutes_between", tr("Minuten tussen twee bijeenkomsten van een begeleider"), tr("Om te reizen."))
      .flag("accompanied", tr("Er komt een tweede begeleider mee om te groeien"),
            tr("Bij stappen die nog niet iedereen mag begeleiden."))
      .cancel(year_path(sheet.cohort.id))
      .start(YearPlanDraft{sheet.plan.first_day, sheet.plan.last_day,
                           base::LocalTime{base::Date(), sheet.plan.other_minute}.clock(), sheet.plan.minutes_between,
                           sheet.plan.accompanied});
  return form;
}

Response settings_page(Visit& visit, YearSheet const& sheet, html::FormBuilder const& form) {
  auto trail = crumbs(sheet, visit.tr);
  trail.push_back({visit.tr("Jaar plannen"), year_path(sheet.cohort.id)});
  return visit.form_page(form.build(), trail, {Matter::planning});
}

}  // namespace

Response show_year(Visit& visit) { return shown(visit); }

Response post_year_proposal(Visit& visit) {
  auto const sheet = asked_for(visit);
  auto const proposal = year_proposal_for(sheet);
  auto const taken = visit.write(
      [&](db::Transaction& tx) { return take_year_proposal(tx, visit.actor(), sheet.cohort.id, proposal); });
  if (!taken) return shown(visit, objection_to(taken.error(), visit.tr).message);
  return visit.see_other(year_path(sheet.cohort.id),
                         visit.tr("Het voorstel staat er. Wijzig het nog, en neem het dan over."), *taken);
}

Response post_year_shift(Visit& visit) {
  auto const id = visit.id<CohortId>();
  auto const filled = visit.read_form<ShiftDraft>();
  if (!filled) return shown(visit, objection_to(YearRefusal::weeks_out_of_range, visit.tr).message);
  int const weeks = filled->way == "earlier" ? -filled->weeks : filled->weeks;
  auto const shifted = visit.write([&](db::Transaction& tx) { return shift_year(tx, visit.actor(), id, weeks); });
  if (!shifted) return shown(visit, objection_to(shifted.error(), visit.tr).message);
  return visit.see_other(year_path(id), visit.tr("Alles is verschoven. Kijk wat er nu niet klopt."), *shifted);
}

Response post_year_adoption(Visit& visit) {
  auto const id = visit.id<CohortId>();
  auto const& tr = visit.tr;
  auto const adopted = visit.write([&](db::Transaction& tx) { return adopt_year(tx, visit.actor(), id, tr); });
  if (!adopted) return shown(visit, objection_to(adopted.error(), tr).message);
  auto const left = adopted->left == 0
                        ? ""
                        : " " + tr.n("Eén blijft in het plan: die school heeft nog niet toegezegd.",
                                     "{} blijven in het plan: die scholen hebben nog niet toegezegd.", adopted->left);
  return visit.see_other(year_path(id),
                         tr.n("Eén bijeenkomst is gepland; nodig daar nu mensen voor uit.",
                              "{} bijeenkomsten zijn gepland; nodig er nu mensen voor uit.", adopted->planned) +
                             left,
                         adopted->undo);
}

Response show_year_settings(Visit& visit) {
  auto const sheet = asked_for(visit);
  return settings_page(visit, sheet, settings_form(visit, sheet));
}

Response post_year_settings(Visit& visit) {
  auto const sheet = asked_for(visit);
  auto const filled = visit.read_form<YearPlanDraft>();
  auto form = settings_form(visit, sheet);
  if (!filled || form.is_stale(visit.form)) return settings_page(visit, sheet, form.filled(filled));
  auto const set =
      visit.write([&](db::Transaction& tx) { return set_year_plan(tx, visit.actor(), sheet.cohort.id, *filled); });
  if (!set) return settings_page(visit, sheet, form.filled(filled, objection_to(set.error(), visit.tr)));
  return visit.see_other(year_path(sheet.cohort.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
