#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct StepLine {
  int position = 0;
  std::string title;
  std::string aim;
  bool has_questions = false;
  std::vector<std::string> questions;
  bool has_materials = false;
  std::vector<std::string> materials;
  std::string length;
  std::string reason;       // why it differs from the version before
  std::string change_path;  // when it can be changed
  bool first = false;
};
BOOST_DESCRIBE_STRUCT(StepLine, (),
                      (position, title, aim, has_questions, questions, has_materials, materials, length, reason,
                       change_path, first))

struct SetUpView {
  static constexpr std::string_view view = "programme/set_up";
  std::string name;
  std::string purpose;
  std::string state;  // "Versie 2", "Versie 3, concept"
  std::string path;
  std::vector<PlaceLink> places;
  bool may_change = false;
  bool is_draft = false;
  std::string problem;
  bool has_steps = false;
  std::vector<StepLine> steps;
};
BOOST_DESCRIBE_STRUCT(SetUpView, (),
                      (name, purpose, state, path, places, may_change, is_draft, problem, has_steps, steps))

StepLine line_of(Step const& step, std::string const& path, bool changeable, i18n::Words const& tr) {
  return {.position = step.position,
          .title = step.title,
          .aim = step.aim,
          .has_questions = !step.questions.empty(),
          .questions = base::lines(step.questions),
          .has_materials = !step.materials.empty(),
          .materials = base::lines(step.materials),
          .length = step.minutes == 0 ? "" : duration(step.minutes, tr),
          .reason = step.reason,
          .change_path = changeable ? path + "/stappen/" + std::to_string(step.position) : "",
          .first = step.position == 1};
}

std::string state_of(Programme const& programme, i18n::Words const& tr) {
  if (!programme.draft) return tr("Versie {}", programme.published);
  if (programme.published == 0) return tr("Concept van versie {}: nog niet in gebruik.", *programme.draft);
  return tr(
      "Concept van versie {}. Wie al bezig is houdt de eigen versie; nieuwe groepen krijgen na het vaststellen deze.",
      *programme.draft);
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const& tr = visit.tr;
  SetUpView view;
  auto const programme = visit.read([&](db::Reading& reading) {
    auto const found = find_programme(reading, visit.id<ProgrammeId>());
    bool const may_change = visit.viewer.may(access::Action::change, access::Matter::programme);
    bool const is_draft = may_change && found->draft;
    auto const path = path_of(found->id);
    int const version = is_draft || found->published == 0 ? found->draft.value_or(1) : found->published;
    view = {.name = found->name,
            .purpose = found->purpose,
            .state = is_draft || found->published == 0 ? state_of(*found, tr) : tr("Versie {}", found->published),
            .path = path,
            .places = places_of(*found, Place::set_up, visit.viewer, tr),
            .may_change = may_change,
            .is_draft = is_draft,
            .problem = problem};
    for (auto const& step : steps_of(reading, *found, version)) view.steps.push_back(line_of(step, path, is_draft, tr));
    view.has_steps = !view.steps.empty();
    return found;
  });
  return visit.page({.title = programme->name,
                     .crumbs = programmes_crumb(tr),
                     .holds = {access::Matter::programme},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

struct Published {
  int version = 0;
  std::string undo;
};

Result<Published, TemplateRefusal> publish_with_way_back(db::Transaction& tx, base::Actor const& actor,
                                                         ProgrammeId const& programme) {
  auto const version = publish_version(tx, actor, programme);
  if (!version) return std::unexpected(version.error());
  auto const payload = programme.text() + " " + std::to_string(*version);
  return Published{*version, undo::offer(tx, actor, "programme.publish_version", payload)};
}

}  // namespace

Response show_set_up(Visit& visit) { return shown(visit); }

Response post_begin_version(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const begun = visit.write([&](db::Transaction& tx) { return begin_version(tx, visit.actor(), id); });
  if (!begun) return shown(visit, objection_to(begun.error(), visit.tr).message);
  return visit.see_other(path_of(id) + "/opzet", visit.tr("Versie {} is begonnen als kopie van de vorige.", *begun));
}

Response post_publish(Visit& visit) {
  auto const id = visit.id<ProgrammeId>();
  auto const published = visit.write([&](db::Transaction& tx) { return publish_with_way_back(tx, visit.actor(), id); });
  if (!published) return shown(visit, objection_to(published.error(), visit.tr).message);
  return visit.see_other(path_of(id) + "/opzet", visit.tr("Versie {} is vastgesteld.", published->version),
                         published->undo);
}

}  // namespace lenig::programme::pages
