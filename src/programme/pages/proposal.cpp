// The engine's proposal for a roll-out, beside the plan as it stands.
#include <algorithm>
#include <cmath>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/planning_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct ProposedLine {
  std::string unit;
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(ProposedLine, (), (unit, from, to))

struct LeftOutLine {
  std::string unit;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(LeftOutLine, (), (unit, why))

struct ProposalView {
  static constexpr std::string_view view = "programme/proposal";
  std::string name;
  std::string path;
  std::string quality;
  std::string placed;
  std::string honoured;
  bool has_changes = false;
  std::vector<ProposedLine> changes;
  bool has_left_out = false;
  std::vector<LeftOutLine> left_out;
  std::string taken;  // the proposal, for the button that takes it over
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (name, path, quality, placed, honoured, has_changes, changes, has_left_out, left_out, taken))

struct TakeOverDraft {
  std::string plan;
};
BOOST_DESCRIBE_STRUCT(TakeOverDraft, (), (plan))

std::string name_of(Sheet const& sheet, std::string const& cohort) {
  auto const at = std::ranges::find(sheet.cohorts, CohortId(cohort), &Cohort::id);
  return at == sheet.cohorts.end() ? "" : at->name;
}

std::string words_for_obstacle(schedule::Obstacle obstacle, i18n::Words const& tr) {
  switch (obstacle) {
    case schedule::Obstacle::does_not_suit: return tr("past niet");
    case schedule::Obstacle::full: return tr("is vol");
    case schedule::Obstacle::half_days_short: return tr("te weinig dagdelen van begeleiders");
    case schedule::Obstacle::trainer_double: return tr("de begeleider is dan al ergens anders");
    case schedule::Obstacle::time: return tr("de tijd om te zoeken was op");
  }
  return {};
}

LeftOutLine left_out_line(schedule::LeftOut const& one, Sheet const& sheet, i18n::Words const& tr) {
  std::vector<std::string> why;
  for (auto const& [cohort, obstacle] : one.obstacles)
    why.push_back(name_of(sheet, cohort) + ": " + words_for_obstacle(obstacle, tr));
  auto const unit =
      std::ranges::find_if(sheet.units, [&](auto const& planned) { return planned.unit.id == UnitId(one.unit); });
  return {unit == sheet.units.end() ? "" : unit->unit.name, base::joined(why, ", ")};
}

/// How good it is, and how we know.
std::string quality_text(schedule::RollOutPlan const& plan, i18n::Words const& tr) {
  if (plan.stopped == schedule::Stopped::proof && plan.gap() == 0)
    return tr("Bewezen: geen ander plan binnen de keuzes plaatst er meer of vervult meer wensen.");
  return tr("Hoogstens {} % van het best mogelijke af; de tijd om te zoeken was op.",
            tr.decimal(std::ceil(plan.gap() * 1000) / 10));
}

std::vector<ProposedLine> changes_in(schedule::RollOutPlan const& plan, Sheet const& sheet, i18n::Words const& tr) {
  std::vector<ProposedLine> changes;
  for (auto const& planned : sheet.units) {
    auto const to = plan.cohort_of.find(planned.unit.id.text());
    if (planned.fixed || to == plan.cohort_of.end()) continue;
    auto const from = planned.cohort();
    if (from && from->text() == to->second) continue;
    changes.push_back(
        {planned.unit.name, from ? name_of(sheet, from->text()) : tr("nog geen groep"), name_of(sheet, to->second)});
  }
  return changes;
}

/// "unit cohort;unit cohort": in an attribute line ends would become spaces.
std::string as_text(schedule::CohortOf const& cohort_of) {
  std::string text;
  for (auto const& [unit, cohort] : cohort_of) text.append(unit).append(" ").append(cohort).append(";");
  return text;
}

schedule::CohortOf from_text(std::string const& text) {
  schedule::CohortOf cohort_of;
  for (auto const& pair : base::split(text, ';')) {
    auto const words = base::split(pair, ' ');
    if (words.size() == 2) cohort_of[words[0]] = words[1];
  }
  return cohort_of;
}

std::string planning_path(ProgrammeId const& programme) { return path_of(programme) + "/planning"; }

}  // namespace

Response post_proposal(Visit& visit) {
  auto const& tr = visit.tr;
  auto const sheet = visit.read([&](db::Reading& reading) {
    return sheet_of(reading, find_programme(reading, visit.id<ProgrammeId>()).value());
  });
  if (sheet.programme.audience == Audience::people)
    return visit.see_other(planning_path(sheet.programme.id), objection_to(PlanRefusal::of_people, tr).message);
  if (sheet.cohorts.empty())
    return visit.see_other(planning_path(sheet.programme.id), objection_to(PlanRefusal::no_cohorts, tr).message);
  auto const plan = proposal_for(sheet);
  ProposalView view{
      .name = sheet.programme.name,
      .path = planning_path(sheet.programme.id),
      .quality = quality_text(plan, tr),
      .placed = tr("{} van {} krijgen een plaats.", plan.cohort_of.size(), sheet.units.size()),
      .honoured = tr("{} komen in een jaar dat zij zelf goed noemden.", static_cast<int>(plan.honoured.value)),
      .changes = changes_in(plan, sheet, tr),
      .taken = as_text(plan.cohort_of)};
  view.has_changes = !view.changes.empty();
  view.left_out = base::collected(plan.left_out, [&](auto const& one) { return left_out_line(one, sheet, tr); });
  view.has_left_out = !view.left_out.empty();
  return visit.page({.title = tr("Voorstel voor {}", view.name),
                     .crumbs = {{tr("Programma's"), "/programma"}, {tr("Planning"), view.path}},
                     .holds = {access::Matter::planning},
                     .content = visit.render(view)});
}

Response post_take_over(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const filled = visit.read_form<TakeOverDraft>();
  auto const taken =
      visit.write([&](db::Transaction& tx) { return take_over(tx, visit.actor(), id, from_text(filled->plan)); });
  if (!taken) return visit.see_other(planning_path(id), objection_to(taken.error(), visit.tr).message);
  return visit.see_other(planning_path(id), visit.tr("Het voorstel is overgenomen. Schuif nog, en voer het dan uit."));
}

}  // namespace lenig::programme::pages
