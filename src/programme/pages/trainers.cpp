// The trainers of a programme: who may do what at which step, their half-days, and when they are away.
#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/away.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/trainer_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct StepHead {
  std::string label;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(StepHead, (), (label, title))

struct PartView {
  std::string of_step;
  std::string may;
};
BOOST_DESCRIBE_STRUCT(PartView, (), (of_step, may))

struct TrainerLine {
  std::string trainer_name;
  std::string trainer_path;
  std::string half_days;
  std::vector<PartView> parts;
  std::vector<std::string> away;
};
BOOST_DESCRIBE_STRUCT(TrainerLine, (), (trainer_name, trainer_path, half_days, parts, away))

struct TrainersView {
  static constexpr std::string_view view = "programme/trainers";
  std::string name;
  std::vector<PlaceLink> places;
  std::string add_path;
  bool shows_own = false;  // a trainer sees their own line alone
  bool has_trainers = false;
  std::vector<StepHead> steps;
  std::vector<TrainerLine> trainers;
};
BOOST_DESCRIBE_STRUCT(TrainersView, (), (name, places, add_path, shows_own, has_trainers, steps, trainers))

struct Material {
  Programme programme;
  std::vector<Step> steps;
  Trainers trainers;
  std::vector<Away> away;
  std::map<PersonId, std::string> people;
  int year = 0;
};

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/begeleiders"; }

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.programme = find_programme(reading, visit.id<ProgrammeId>()).value()};
    found.steps = steps_of(reading, found.programme, std::max(found.programme.published, 1));
    found.trainers = trainers_of(reading, found.programme);
    found.away = away_in(reading, found.programme, visit.viewer.today);
    found.people = names_of(reading, found.programme, found.trainers);
    found.year = school_year_of(visit.viewer.today);
    return found;
  });
}

std::string half_days_text(Trainer const& trainer, Material const& material, i18n::Words const& tr) {
  std::vector<std::string> parts;
  for (int const year : {material.year, material.year + 1}) {
    if (auto const days = material.trainers.half_days_of(trainer.id, year))
      parts.push_back(school_year_text(year) + ": " + std::to_string(*days));
  }
  return parts.empty() ? tr("niet geteld") : base::joined(parts, ", ");
}

TrainerLine line_of(Trainer const& trainer, Material const& material, i18n::Words const& tr) {
  TrainerLine line{.trainer_name = name_in(material.people, trainer.person, tr),
                   .trainer_path = path_of(trainer.id),
                   .half_days = half_days_text(trainer, material, tr)};
  for (auto const& step : material.steps)
    line.parts.push_back(
        {tr("Stap {}", step.position), words_for(material.trainers.part_of(trainer, step.position), tr)});
  for (auto const& one : material.away) {
    if (one.person == trainer.person) line.away.push_back(words_for(one, tr));
  }
  return line;
}

html::FormBuilder form_of(Visit const& visit, Material const& material,
                          std::vector<organisation::PersonSummary> const& people) {
  auto const& tr = visit.tr;
  std::vector<html::Option> options;
  for (auto const& person : people) {
    bool const trains =
        std::ranges::find(material.trainers.all, person.id, &Trainer::person) != material.trainers.all.end();
    if (!trains) options.push_back({person.id.text(), person.name() + ", " + person.function});
  }
  html::FormBuilder form(tr, tr("Begeleider toevoegen"), path_here(material.programme.id), tr("Voeg toe"));
  form.intro(tr("Wie begeleidt komt uit het bureau of het netwerk dat dit programma uitvoert. Wie nieuw is begint met "
                "meekijken; u kunt per stap zeggen dat iemand al meer mag."))
      .choice("person", tr("Wie"), options)
      .cancel(path_here(material.programme.id));
  return form;
}

struct AddDraft {
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(AddDraft, (), (person))

struct Around {
  Material material;
  std::vector<organisation::PersonSummary> people;
};

Around around_of(Visit& visit) {
  auto material = gather(visit);
  auto people = visit.read(
      [&](db::Reading& reading) { return possible_trainers(reading, material.programme, visit.viewer.today); });
  return {std::move(material), std::move(people)};
}

Response form_page(Visit& visit, Around const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(around.material.programme, visit.tr), {Matter::training});
}

}  // namespace

Response show_trainers(Visit& visit) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  // How somebody grows is for who plans with it; a trainer sees their own.
  bool const sees_all = visit.viewer.may(Action::change, Matter::planning);
  TrainersView view{
      .name = material.programme.name,
      .places = places_of(material.programme, Place::trainers, visit.viewer, tr),
      .add_path = sees_all ? path_here(material.programme.id) + "/nieuw" : "",
      .shows_own = !sees_all,
      .steps = base::collected(material.steps,
                               [&](Step const& step) { return StepHead{tr("Stap {}", step.position), step.title}; }),
      .trainers = {}};
  for (auto const& trainer : material.trainers.all) {
    if (sees_all || trainer.person == visit.viewer.person) view.trainers.push_back(line_of(trainer, material, tr));
  }
  view.has_trainers = !view.trainers.empty();
  return visit.page({.title = tr("Begeleiders van {}", view.name),
                     .crumbs = programmes_crumb(tr),
                     .holds = {Matter::training, Matter::trainer_calendar},
                     .content = visit.render(view),
                     .width = access::Width::wide});
}

Response show_trainer_new(Visit& visit) {
  auto const around = around_of(visit);
  return form_page(visit, around, form_of(visit, around.material, around.people));
}

Response post_trainer(Visit& visit) {
  auto const around = around_of(visit);
  auto const filled = visit.read_form<AddDraft>();
  auto form = form_of(visit, around.material, around.people);
  if (!filled) return form_page(visit, around, form.filled(filled));
  auto const added = visit.write([&](db::Transaction& tx) {
    return add_trainer(tx, visit.actor(), around.material.programme.id, filled->person);
  });
  if (!added) return form_page(visit, around, form.filled(filled, objection_to(added.error(), visit.tr)));
  return visit.see_other(path_of(*added), visit.tr("Toegevoegd. Zeg per stap wat deze begeleider al mag."));
}

}  // namespace lenig::programme::pages
