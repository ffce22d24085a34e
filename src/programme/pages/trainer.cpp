// One trainer: what they may do at each step and why, their half-days, and when they are away.
#include "programme/trainer.hpp"

#include <algorithm>
#include <charconv>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/trainer_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct GrownView {
  std::string step_title;
  std::string may;
  std::string because;
  std::string change_path;  // for who plans
};
BOOST_DESCRIBE_STRUCT(GrownView, (), (step_title, may, because, change_path))

struct YearOfView {
  std::string year;
  std::string days;
  std::string year_path;
};
BOOST_DESCRIBE_STRUCT(YearOfView, (), (year, days, year_path))

struct AwayView {
  std::string period;
  std::string remove_path;
};
BOOST_DESCRIBE_STRUCT(AwayView, (), (period, remove_path))

struct TrainerView {
  static constexpr std::string_view view = "programme/trainer";
  std::string name;
  std::string programme;
  std::string path;
  bool may_end = false;
  std::vector<GrownView> steps;
  std::vector<YearOfView> years;
  bool has_away = false;
  std::vector<AwayView> away;
};
BOOST_DESCRIBE_STRUCT(TrainerView, (), (name, programme, path, may_end, steps, years, has_away, away))

struct Material {
  Trainer trainer;
  Programme programme;
  std::vector<Step> steps;
  Trainers trainers;
  std::vector<Away> away;
  std::vector<int> years;
  std::string name;
};

/// The years of the cohorts, and this one.
std::vector<int> years_of(std::vector<Cohort> const& cohorts, int now) {
  auto years = base::collected(cohorts, &Cohort::school_year);
  years.push_back(now);
  std::ranges::sort(years);
  years.erase(std::ranges::unique(years).begin(), years.end());
  return years;
}

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.trainer = find_trainer(reading, visit.id<TrainerId>()).value()};
    found.programme = find_programme(reading, found.trainer.programme).value();
    found.steps = steps_of(reading, found.programme, std::max(found.programme.published, 1));
    found.trainers = trainers_of(reading, found.programme);
    found.away = away_of(reading, found.trainer, visit.viewer.today);
    found.years = years_of(cohorts_of(reading, found.programme), school_year_of(visit.viewer.today));
    found.name = name_in(names_of(reading, found.programme, found.trainers), found.trainer.person, visit.tr);
    return found;
  });
}

/// "Zo gezegd op 1 september 2003: gaf deze stap al. Daarna: begeleidde mee op 3 maart 2004."
std::string because(Material const& material, int step, i18n::Words const& tr) {
  std::vector<std::string> parts;
  if (auto const by_hand = material.trainers.by_hand_of(material.trainer.id, step))
    parts.push_back(tr("Zo gezegd op {}: {}", tr.day(by_hand->set_on), by_hand->reason));
  for (auto const& one : material.trainers.trained_at(material.trainer.person, step))
    parts.push_back(tr("{} op {}", did(one.part, tr), tr.day(one.starts_at.date)));
  return base::joined(parts, " · ");
}

TrainerView view_of(Material const& material, bool plans, i18n::Words const& tr) {
  auto const path = path_of(material.trainer.id);
  TrainerView view{.name = material.name, .programme = material.programme.name, .path = path, .may_end = plans};
  for (auto const& step : material.steps) {
    auto const number = std::to_string(step.position);
    view.steps.push_back({tr("Stap {}", step.position) + ": " + step.title,
                          words_for(material.trainers.part_of(material.trainer, step.position), tr),
                          because(material, step.position, tr), plans ? path + "/stap/" + number : ""});
  }
  for (int const year : material.years) {
    auto const days = material.trainers.half_days_of(material.trainer.id, year);
    view.years.push_back({school_year_text(year), days ? std::to_string(*days) : tr("niet geteld"),
                          plans ? path + "/dagdelen/" + std::to_string(year) : ""});
  }
  for (auto const& one : material.away)
    view.away.push_back({words_for(one, tr), path + "/weg/" + one.id.text() + "/verwijderen"});
  view.has_away = !view.away.empty();
  return view;
}

std::vector<html::Link> crumbs(Material const& material, i18n::Words const& tr) {
  return {{tr("Programma's"), "/programma"},
          {tr("Begeleiders"), path_of(material.programme.id) + "/begeleiders"},
          {material.name, path_of(material.trainer.id)}};
}

Response form_page(Visit& visit, Material const& material, html::FormBuilder const& form,
                   Matter holds = Matter::training) {
  return visit.form_page(form.build(), crumbs(material, visit.tr), {holds});
}

int number_in(Visit const& visit, char const* name) {
  auto const& text = visit.params.find(name)->second;
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

struct HalfDaysDraft {
  std::optional<int> half_days;
};
BOOST_DESCRIBE_STRUCT(HalfDaysDraft, (), (half_days))

html::FormBuilder half_days_form(Visit const& visit, Material const& material) {
  auto const& tr = visit.tr;
  int const year = number_in(visit, "year");
  html::FormBuilder form(tr, tr("{}: dagdelen in {}", material.name, school_year_text(year)), visit.request.path,
                         tr("Bewaar"));
  form.intro(
          tr("Hoeveel dagdelen heeft deze begeleider voor bijeenkomsten? De planning van de uitrol telt ze op. Leeg: "
             "niemand telt ze."))
      .number("half_days", tr("Dagdelen"))
      .cancel(path_of(material.trainer.id))
      .start(HalfDaysDraft{material.trainers.half_days_of(material.trainer.id, year)});
  return form;
}

html::FormBuilder part_form(Visit const& visit, Material const& material) {
  auto const& tr = visit.tr;
  int const step = number_in(visit, "position");
  html::FormBuilder form(tr, tr("{}: stap {}", material.name, step), visit.request.path, tr("Bewaar"));
  form.intro(tr("Wat iemand mag volgt uit bijeenkomsten waar zij of hij meekeek of mee begeleidde. Weet u beter wat "
                "deze begeleider kan? Zeg het hier, met de reden; latere bijeenkomsten tellen dan weer door."))
      .options("part", tr("Bij deze stap"), part_options(tr))
      .text("reason", tr("Waarom"), tr("Bijvoorbeeld: volgde de tweedaagse training. Geen oordeel over de persoon."))
      .cancel(path_of(material.trainer.id));
  auto const by_hand = material.trainers.by_hand_of(material.trainer.id, step);
  form.start(PartDraft{material.trainers.part_of(material.trainer, step), by_hand ? by_hand->reason : ""});
  return form;
}

html::FormBuilder away_form(Visit const& visit, Material const& material) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: wanneer weg?", material.name), path_of(material.trainer.id) + "/weg",
                         tr("Voeg toe"));
  form.intro(tr("Dagen of uren waarop er geen bijeenkomst kan. Waarom hoeft niemand te weten."))
      .date("first_day", tr("Eerste dag"))
      .optional_text("from_time", tr("Vanaf"), tr("Bijvoorbeeld 13:00. Leeg: de hele dag."))
      .optional_date("last_day", tr("Laatste dag"), tr("Leeg: alleen die dag."))
      .optional_text("until_time", tr("Tot"), tr("Bijvoorbeeld 17:00. Leeg: tot het einde van de dag."))
      .cancel(path_of(material.trainer.id));
  return form;
}

}  // namespace

Response show_trainer(Visit& visit) {
  auto const material = gather(visit);
  auto const view = view_of(material, visit.viewer.may(Action::change, Matter::planning), visit.tr);
  auto trail = crumbs(material, visit.tr);
  trail.pop_back();
  return visit.page({.title = view.name,
                     .crumbs = trail,
                     .holds = {Matter::training, Matter::trainer_calendar},
                     .content = visit.render(view)});
}

Response post_trainer_end(Visit& visit) {
  auto const material = gather(visit);
  auto const back = path_of(material.programme.id) + "/begeleiders";
  auto const ended =
      visit.write([&](db::Transaction& tx) { return end_trainer(tx, visit.actor(), material.trainer.id); });
  if (!ended) return visit.see_other(back, objection_to(ended.error(), visit.tr).message);
  return visit.see_other(back, visit.tr("{} begeleidt hier niet meer.", material.name), *ended);
}

Response show_trainer_half_days(Visit& visit) {
  auto const material = gather(visit);
  return form_page(visit, material, half_days_form(visit, material));
}

Response post_trainer_half_days(Visit& visit) {
  auto const material = gather(visit);
  auto const filled = visit.read_form<HalfDaysDraft>();
  auto form = half_days_form(visit, material);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, material, form.filled(filled));
  auto const set = visit.write([&](db::Transaction& tx) {
    return set_trainer_half_days(tx, visit.actor(), material.trainer.id, number_in(visit, "year"), filled->half_days);
  });
  if (!set) return form_page(visit, material, form.filled(filled, objection_to(set.error(), visit.tr)));
  return visit.see_other(path_of(material.trainer.id), visit.tr("Bewaard."));
}

Response show_part(Visit& visit) {
  auto const material = gather(visit);
  return form_page(visit, material, part_form(visit, material));
}

Response post_part(Visit& visit) {
  auto const material = gather(visit);
  auto const filled = visit.read_form<PartDraft>();
  auto form = part_form(visit, material);
  if (!filled || form.is_stale(visit.form)) return form_page(visit, material, form.filled(filled));
  auto const set = visit.write([&](db::Transaction& tx) {
    return set_part(tx, visit.actor(), material.trainer.id, number_in(visit, "position"), *filled);
  });
  if (!set) return form_page(visit, material, form.filled(filled, objection_to(set.error(), visit.tr)));
  return visit.see_other(path_of(material.trainer.id), visit.tr("Bewaard."));
}

Response show_away_new(Visit& visit) {
  auto const material = gather(visit);
  return form_page(visit, material, away_form(visit, material), Matter::trainer_calendar);
}

Response post_away(Visit& visit) {
  auto const material = gather(visit);
  auto const filled = visit.read_form<AwayDraft>();
  auto form = away_form(visit, material);
  if (!filled) return form_page(visit, material, form.filled(filled), Matter::trainer_calendar);
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_away(tx, visit.actor(), material.trainer.id, *filled); });
  if (!added)
    return form_page(visit, material, form.filled(filled, objection_to(added.error(), visit.tr)),
                     Matter::trainer_calendar);
  return visit.see_other(path_of(material.trainer.id), visit.tr("Bewaard. De planning houdt er rekening mee."));
}

Response post_away_remove(Visit& visit) {
  auto const id = visit.id<TrainerId>();
  auto const removed = visit.write(
      [&](db::Transaction& tx) { return remove_away(tx, visit.actor(), id, visit.id<AwayId>("entry_id")); });
  if (!removed) return visit.see_other(path_of(id), objection_to(removed.error(), visit.tr).message);
  return visit.see_other(path_of(id), visit.tr("Verwijderd."), *removed);
}

}  // namespace lenig::programme::pages
