// What was told in looking back: marks as a mean, words without name or order where they are confidential.
#include "programme/evaluation.hpp"

#include <map>

#include "platform/base/collected.hpp"
#include "programme/pages/looked_back_on.hpp"
#include "programme/pages/meeting_fields.hpp"
#include "programme/pages/pages.hpp"

namespace lenig::programme::pages {

namespace {

struct SaidView {
  std::string who;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(SaidView, (), (who, words))

struct ToldView {
  std::string question;
  std::string theme;
  std::string mean;
  std::string count;
  std::string withheld;
  bool has_said = false;
  std::vector<SaidView> said;
};
BOOST_DESCRIBE_STRUCT(ToldView, (), (question, theme, mean, count, withheld, has_said, said))

struct ResultsView {
  static constexpr std::string_view view = "programme/evaluation_results";
  std::string name;
  std::string about;
  std::vector<ToldView> told;
};
BOOST_DESCRIBE_STRUCT(ResultsView, (), (name, about, told))

/// All that the page is made of: read in one transaction.
struct Material {
  LookedBackOn on;
  std::vector<Told> told;
  std::map<PersonId, std::string> people;  // where answers carry a name
};

std::map<PersonId, std::string> names_of(db::Reading& reading, LookedBackOn const& on, std::vector<Told> const& told) {
  std::vector<PersonId> ids;
  for (auto const& one : told) {
    for (auto const& said : one.said) {
      if (!said.person.empty()) ids.push_back(said.person);
    }
  }
  std::map<PersonId, std::string> names;
  if (ids.empty()) return names;
  auto boards = base::collected(on.ways, &Participation::unit_board);
  boards.push_back(on.evaluation.programme.board);
  for (auto const& person : organisation::people_by_ids(reading, boards, ids)) names[person.id] = person.name();
  return names;
}

template <class Find>
std::optional<Material> gather(Visit& visit, Find const& find) {
  return visit.read([&](db::Reading& reading) -> std::optional<Material> {
    auto on = find(reading);
    if (!on) return std::nullopt;
    auto told = told_in(reading, visit.vault(), on->evaluation, visit.viewer.today);
    auto people = names_of(reading, *on, told);
    return Material{std::move(*on), std::move(told), std::move(people)};
  });
}

std::string about_of(Evaluation const& evaluation, base::Date today, i18n::Words const& tr) {
  if (evaluation.attribution == Attribution::by_name)
    return tr("Met naam, voor de projectleiding en de opleiders. Antwoorden kan tot en met {}.",
              tr.day(evaluation.closes));
  if (!evaluation.has_closed(today))
    return tr("Vertrouwelijk: de antwoorden staan hier na {}, alle tegelijk.", tr.day(evaluation.closes));
  return tr("Vertrouwelijk: zonder naam en zonder volgorde. Wat minder dan vijf mensen beantwoordden blijft weg.");
}

ToldView view_of(Told const& told, Material const& material, i18n::Words const& tr) {
  ToldView view{.question = told.question.question, .theme = words_for(told.question.theme, tr)};
  if (told.withheld) {
    view.withheld = tr("Nog niet te zien, of door te weinig mensen beantwoord.");
    return view;
  }
  view.count = tr.n("{} antwoord", "{} antwoorden", told.answers);
  if (told.mean) view.mean = tr("gemiddeld {} van 5", shown_mean(*told.mean, tr));
  for (auto const& said : told.said) {
    auto const who = material.people.find(said.person);
    view.said.push_back({who == material.people.end() ? "" : who->second, said.words});
  }
  view.has_said = !view.said.empty();
  return view;
}

/// Answers with a name are for who runs the programme alone.
bool may_read(Visit const& visit, Evaluation const& evaluation) {
  return evaluation.attribution == Attribution::confidential || runs_it(visit.viewer);
}

Response nothing_asked(Visit& visit) {
  return visit.notice(200, {.heading = visit.tr("Teruggekeken"),
                            .text = visit.tr("Hier wordt niet teruggekeken: er is niets gevraagd."),
                            .path = "/",
                            .action = visit.tr("Terug")});
}

Response shown(Visit& visit, std::optional<Material> const& material) {
  if (!material) return nothing_asked(visit);
  if (!may_read(visit, material->on.evaluation)) return visit.not_found();
  ResultsView view{.name = material->on.name, .about = about_of(material->on.evaluation, visit.viewer.today, visit.tr)};
  for (auto const& one : material->told) view.told.push_back(view_of(one, *material, visit.tr));
  return visit.page({.title = visit.tr("Teruggekeken: {}", view.name),
                     .crumbs = material->on.crumbs(visit.tr),
                     .holds = {access::Matter::evaluation},
                     .content = visit.render(view)});
}

}  // namespace

Response show_meeting_results(Visit& visit) {
  return shown(visit, gather(visit, [&](db::Reading& reading) {
                 return meeting_looked_back_on(reading, visit.id<MeetingId>());
               }));
}

Response show_cohort_results(Visit& visit) {
  return shown(
      visit, gather(visit, [&](db::Reading& reading) { return cohort_looked_back_on(reading, visit.id<CohortId>()); }));
}

}  // namespace lenig::programme::pages
