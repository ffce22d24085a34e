// How a plan came to say what it says: every change with the words that came and went.
#include <algorithm>

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

constexpr int most = 100;

struct PieceView {
  std::string kept;
  std::string added;
  std::string removed;
};
BOOST_DESCRIBE_STRUCT(PieceView, (), (kept, added, removed))

struct RevisionView {
  std::string part;
  std::string who;
  std::string when;
  std::vector<PieceView> pieces;
};
BOOST_DESCRIBE_STRUCT(RevisionView, (), (part, who, when, pieces))

struct HistoryView {
  static constexpr std::string_view view = "plan/history";
  std::string name;
  bool any = false;
  std::vector<RevisionView> revisions;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (name, any, revisions))

PieceView view_of(Piece const& piece) {
  switch (piece.fate) {
    case Fate::kept: return {.kept = piece.text};
    case Fate::added: return {.added = piece.text};
    case Fate::removed: return {.removed = piece.text};
  }
  return {};
}

std::string title_of(std::vector<Part> const& parts, std::string const& slot, i18n::Words const& tr) {
  auto const at = std::ranges::find(parts, slot, &Part::slot);
  return at == parts.end() ? tr("Uit een eerdere versie van het format") : at->title;
}

}  // namespace

Response show_history(Visit& visit) {
  auto const& tr = visit.tr;
  HistoryView view;
  auto const plan = visit.read([&](db::Reading& reading) {
    auto const found = find_plan(reading, visit.id<PlanId>()).value();
    auto const parts = parts_of(reading, find_format(reading, found.format).value(), found.version);
    auto const history = history_of(reading, visit.vault(), found, most);
    auto const names = names_of(reading, found.board, base::collected(history, &Revision::person));
    view.name = found.name;
    view.revisions = base::collected(history, [&](Revision const& one) {
      return RevisionView{title_of(parts, one.slot, tr), name_of(names, one.person, tr),
                          tr.moment(base::local_time(one.written_at)), base::collected(one.pieces, view_of)};
    });
    return found;
  });
  view.any = !view.revisions.empty();
  return visit.page({.title = tr("Geschiedenis: {}", view.name),
                     .crumbs = {{plan.name, path_of(plan)}},
                     .holds = {plan.unit.empty() ? access::Matter::plan : access::Matter::unit_plan},
                     .content = visit.render(view)});
}

}  // namespace lenig::plan::pages
