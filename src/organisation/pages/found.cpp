#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "organisation/search.hpp"
#include "platform/base/text.hpp"
#include "platform/http/body.hpp"

namespace lenig::organisation::pages::found {

namespace {

constexpr std::size_t most_results = 50;
constexpr int most_suggestions = 8;

struct FoundLine {
  std::string what;
  std::string path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(FoundLine, (), (what, path, about))

struct FoundGroup {
  std::string anchor;
  std::string group_heading;
  std::vector<FoundLine> lines;
};
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (anchor, group_heading, lines))

/// The page with everything that was found.
struct FoundView {
  static constexpr std::string_view view = "organisation/found";
  std::string asked;
  std::string count;
  std::vector<FoundGroup> groups;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(FoundView, (), (asked, count, groups, advice))

/// The links below the search field while somebody types.
struct SuggestionsView {
  static constexpr std::string_view view = "organisation/suggestions";
  bool any = false;
  std::vector<FoundLine> suggestions;
  std::string all_path;
  std::string all_label;
};
BOOST_DESCRIBE_STRUCT(SuggestionsView, (), (any, suggestions, all_path, all_label))

std::string asked_for(Visit const& visit) { return base::cleaned(visit.query.value("q").value_or("")).value_or(""); }

std::vector<Found> find_for(Visit& visit, std::string const& asked, int most) {
  if (visit.viewer.board.empty()) return {};
  auto const among = visit.viewer.has(access::Role::hr) ? Among::everybody : Among::staff;
  return visit.read(
      [&](db::Reading& reading) { return find(reading, visit.viewer.board, asked, among, most, visit.viewer.today); });
}

std::string about(Found const& found, i18n::Words const& tr) {
  if (!found.unit_kind) return found.about;
  auto const kind = name_of(*found.unit_kind, tr);
  return found.about.empty() ? kind : kind + " · " + found.about;
}

FoundLine line_of(Found const& found, i18n::Words const& tr) {
  auto const path = found.kind == FoundKind::unit ? path_of(UnitId(found.id)) : path_of_person(PersonId(found.id));
  return {found.name, path, about(found, tr)};
}

std::vector<FoundGroup> groups_of(std::vector<Found> const& all, i18n::Words const& tr) {
  FoundGroup units{.anchor = "plaatsen", .group_heading = tr("Scholen, teams en netwerken")};
  FoundGroup people{.anchor = "mensen", .group_heading = tr("Mensen")};
  for (auto const& one : all) (one.kind == FoundKind::unit ? units : people).lines.push_back(line_of(one, tr));
  std::vector<FoundGroup> groups;
  for (auto& group : {units, people}) {
    if (!group.lines.empty()) groups.push_back(group);
  }
  return groups;
}

std::string advice_for(std::string const& asked, std::size_t found, i18n::Words const& tr) {
  if (asked.empty())
    return tr("Een paar letters zijn genoeg: van een voornaam, een achternaam, een school of een plaats.");
  if (found == 0) return tr("Niets gevonden voor “{}”. Probeer minder letters, of alleen de achternaam.", asked);
  if (found > most_results)
    return tr("Hier staan de eerste {}. Typ er een paar letters bij om te vinden wie u zoekt.", most_results);
  return {};
}

}  // namespace

Response show(Visit& visit) {
  auto const asked = asked_for(visit);
  auto all = find_for(visit, asked, static_cast<int>(most_results) + 1);
  FoundView view{.asked = asked, .advice = advice_for(asked, all.size(), visit.tr)};
  if (all.size() > most_results) all.resize(most_results);
  if (!all.empty()) view.count = visit.tr.n("{} resultaat", "{} resultaten", static_cast<long long>(all.size()));
  view.groups = groups_of(all, visit.tr);
  return visit.page({visit.tr("Zoeken"), {}, {access::Matter::person}, visit.render(view), access::Width::narrow});
}

Response suggest(Visit& visit) {
  auto const asked = asked_for(visit);
  SuggestionsView view{.all_path = "/zoeken?q=" + http::url_encode(asked),
                       .all_label = visit.tr("Alles met “{}”", asked)};
  for (auto const& one : find_for(visit, asked, most_suggestions)) view.suggestions.push_back(line_of(one, visit.tr));
  view.any = !view.suggestions.empty();
  return visit.fragment(visit.render(view));
}

}  // namespace lenig::organisation::pages::found
