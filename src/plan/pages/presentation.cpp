// A unit's plan as it is told to others: a page a part, to be shown on a wall or printed.
#include "plan/pages/pages.hpp"
#include "plan/pages/plan_view.hpp"

namespace lenig::plan::pages {

namespace {

struct PresentationView {
  static constexpr std::string_view view = "plan/presentation";
  std::string kind;
  std::string name;
  std::string owner;
  std::string path;
  std::vector<PartView> parts;
};
BOOST_DESCRIBE_STRUCT(PresentationView, (), (kind, name, owner, path, parts))

}  // namespace

Response show_presentation(Visit& visit) {
  auto const all = visit.read(
      [&](db::Reading& reading) { return material_of(reading, visit.vault(), visit.id<PlanId>(), visit.tr); });
  PresentationView const view{.kind = words_for(all.plan.kind, visit.tr),
                              .name = all.plan.name,
                              .owner = all.owner_name,
                              .path = path_of(all.plan),
                              .parts = parts_view(all, visit.viewer, Mode::reads, visit.tr).parts};
  return visit.page({.title = view.name,
                     .crumbs = {{all.plan.name, view.path}},
                     .holds = {access::Matter::unit_plan},
                     .content = visit.render(view),
                     .width = access::Width::wide});
}

}  // namespace lenig::plan::pages
