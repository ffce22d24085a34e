#include "organisation/import_taking.hpp"
#include "organisation/pages/import_review.hpp"
#include "organisation/pages/pages.hpp"

namespace lenig::organisation::pages::import_progress {

namespace {

using i18n::Words;

struct ProgressView {
  static constexpr std::string_view view = "organisation/import_progress";
  std::string name;
  std::string path;
  std::string news;
  std::string lead;
  bool waits = false;
  int percent = 0;
  bool is_other = false;
  std::string review_path;
  bool is_taken = false;
  std::string board_path;
  std::string undo;
};
BOOST_DESCRIBE_STRUCT(ProgressView, (),
                      (name, path, news, lead, waits, percent, is_other, review_path, is_taken, board_path, undo))

std::string news_of(Taking const& taking, Words const& tr) {
  switch (taking.state) {
    case TakingState::taking: return tr("{} van {} regels gelezen.", taking.rows_done, taking.rows_in_all);
    case TakingState::taken: return tr.n("{} verandering ingevoerd.", "{} veranderingen ingevoerd.", taking.changes);
    case TakingState::undone: return tr("Alles is weer zoals het was.");
    case TakingState::brought:
    case TakingState::other: return tr("Er is niets ingevoerd: er is intussen iets veranderd.");
  }
  return {};
}

std::string advice_for(Taking const& taking, Words const& tr) {
  switch (taking.state) {
    case TakingState::taking:
      return tr(
          "Niemand ziet nog iets: alle veranderingen gaan straks in één keer in. U kunt verder werken en hier "
          "terugkomen; ook anderen werken gewoon door.");
    case TakingState::taken:
      return taking.undo.empty() ? std::string()
                                 : tr("Klopt er iets niet? Een dag lang maakt u alles in één keer ongedaan.");
    case TakingState::undone: return tr("Wilt u de lijst toch invoeren, kies het bestand dan opnieuw.");
    case TakingState::brought:
    case TakingState::other: return tr("Kijk opnieuw na wat er gebeurt, en voer dan in.");
  }
  return {};
}

}  // namespace

Response show(Visit& visit) {
  auto const id = visit.id<ImportFileId>("file_id");
  auto const taking = visit.read([&](db::Reading& reading) { return find_taking(reading, visit.actor(), id); });
  if (!taking) return visit.not_found();
  if (taking->state == TakingState::brought) return visit.see_other(path_of_import(id));
  bool const is_taken = taking->state == TakingState::taken || taking->state == TakingState::undone;
  ProgressView const view{.name = taking->name,
                          .path = path_of_progress(id),
                          .news = news_of(*taking, visit.tr),
                          .lead = advice_for(*taking, visit.tr),
                          .waits = taking->state == TakingState::taking,
                          .percent = taking->percent(),
                          .is_other = taking->state == TakingState::other,
                          .review_path = path_of_import(id),
                          .is_taken = is_taken,
                          .board_path = path_of_board(visit),
                          .undo = taking->undo};
  return visit.page(
      {view.name, import_crumbs(visit), {access::Matter::unit_register}, visit.render(view), access::Width::narrow});
}

}  // namespace lenig::organisation::pages::import_progress
