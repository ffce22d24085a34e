// The project team of each school year: who served, and whom the rule proposes.
#include "programme/project_team.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct MemberView {
  std::string name;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (name, note))

struct YearView {
  std::string year;
  std::string appoint_path;  // for who may
  bool has_members = false;
  std::vector<MemberView> members;
};
BOOST_DESCRIBE_STRUCT(YearView, (), (year, appoint_path, has_members, members))

struct TeamView {
  static constexpr std::string_view view = "programme/project_team";
  std::string name;
  std::vector<PlaceLink> places;
  bool has_years = false;
  std::vector<YearView> years;
};
BOOST_DESCRIBE_STRUCT(TeamView, (), (name, places, has_years, years))

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/projectteam"; }

struct Material {
  Programme programme;
  std::vector<TeamMember> members;
  std::vector<int> years;  // with a cohort, and the one after the last
  std::map<PersonId, std::string> people;
};

std::vector<int> years_of(std::vector<Cohort> const& cohorts) {
  auto years = base::collected(cohorts, &Cohort::school_year);
  std::ranges::sort(years);
  years.erase(std::ranges::unique(years).begin(), years.end());
  if (!years.empty()) years.push_back(years.back() + 1);  // the last cohort's second year
  return years;
}

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.programme = find_programme(reading, visit.id<ProgrammeId>()).value()};
    found.members = team_members_of(reading, found.programme);
    found.years = years_of(cohorts_of(reading, found.programme));
    std::vector<BoardId> boards{found.programme.board};
    for (auto const& way : participations_of(reading, found.programme)) boards.push_back(way.unit_board);
    auto const ids = base::collected(found.members, &TeamMember::person);
    for (auto const& person : organisation::people_by_ids(reading, boards, ids))
      found.people[person.id] = person.name();
    return found;
  });
}

YearView view_of(int year, Material const& material, bool may_change, i18n::Words const& tr) {
  YearView view{.year = school_year_text(year)};
  for (auto const& member : material.members) {
    if (member.school_year != year) continue;
    auto const who = material.people.find(member.person);
    view.members.push_back({who == material.people.end() ? tr("iemand die hier niet meer werkt") : who->second,
                            words_for(member.origin, tr)});
  }
  view.has_members = !view.members.empty();
  if (may_change) view.appoint_path = path_here(material.programme.id) + "/" + std::to_string(year);
  return view;
}

struct OfYear {
  Programme programme;
  int year = 0;
  std::vector<TeamCandidate> candidates;
  std::vector<TeamMember> members;  // who were noted already
};

OfYear asked_for(Visit& visit) {
  auto const& text = visit.params.find("year")->second;
  OfYear found;
  std::from_chars(text.data(), text.data() + text.size(), found.year);
  visit.read([&](db::Reading& reading) {
    found.programme = find_programme(reading, visit.id<ProgrammeId>()).value();
    found.candidates = candidates_of(reading, found.programme, found.year, visit.viewer.today);
    found.members = team_members_of(reading, found.programme);
  });
  std::erase_if(found.members, [&](auto const& one) { return one.school_year != found.year; });
  return found;
}

std::string label_of(TeamCandidate const& one, i18n::Words const& tr) {
  auto const name = one.name + ", " + one.unit;
  return one.served == 0 ? name : name + " · " + tr.n("zat er één jaar in", "zat er {} jaar in", one.served);
}

/// Who is noted, or else whom the rule proposes.
bool stands(TeamCandidate const& one, OfYear const& of) {
  if (of.members.empty()) return one.proposed;
  return std::ranges::any_of(
      of.members, [&](auto const& member) { return member.person == one.person && member.origin == one.origin; });
}

html::FormBuilder form_of(Visit const& visit, OfYear const& of) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Projectteam {}", school_year_text(of.year)), visit.request.path, tr("Stel vast"));
  form.intro(
      tr("De regel: mensen van het bureau, {} leidinggevenden van de vorige groep en {} van deze. Wie het minst "
         "vaak in het team zat staat voorgesteld; u beslist.",
         of_former_cohort, of_present_cohort));
  TeamDraft now;
  for (auto const& [origin, field, into] : {std::tuple(Origin::office, "office", &now.office),
                                            {Origin::former, "former", &now.former},
                                            {Origin::present, "present", &now.present}}) {
    std::vector<html::Option> options;
    for (auto const& one : of.candidates) {
      if (one.origin != origin) continue;
      options.push_back({one.person.text(), label_of(one, tr)});
      if (stands(one, of)) into->push_back(one.person);
    }
    if (!options.empty()) form.many(field, words_for(origin, tr), options);
  }
  return form.cancel(path_here(of.programme.id)).start(now);
}

Response page(Visit& visit, OfYear const& of, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(of.programme, visit.tr), {Matter::planning});
}

}  // namespace

Response show_project_team(Visit& visit) {
  auto const material = gather(visit);
  bool const may_change = visit.viewer.may(Action::change, Matter::planning);
  TeamView view{.name = material.programme.name,
                .places = places_of(material.programme, Place::team, visit.viewer, visit.tr),
                .years = base::collected(material.years,
                                         [&](int year) { return view_of(year, material, may_change, visit.tr); })};
  view.has_years = !view.years.empty();
  return visit.page({.title = visit.tr("Projectteam van {}", view.name),
                     .crumbs = programmes_crumb(visit.tr),
                     .holds = {Matter::planning},
                     .content = visit.render(view)});
}

Response show_team_of_year(Visit& visit) {
  auto const of = asked_for(visit);
  return page(visit, of, form_of(visit, of));
}

Response post_team_of_year(Visit& visit) {
  auto const of = asked_for(visit);
  auto const filled = visit.read_form<TeamDraft>();
  auto form = form_of(visit, of);
  if (!filled || form.is_stale(visit.form)) return page(visit, of, form.filled(filled));
  auto const appointed = visit.write(
      [&](db::Transaction& tx) { return appoint_team(tx, visit.actor(), of.programme.id, of.year, *filled); });
  if (!appointed) return page(visit, of, form.filled(filled, objection_to(appointed.error(), visit.tr)));
  return visit.see_other(path_here(of.programme.id),
                         visit.tr("Het projectteam van {} is vastgesteld.", school_year_text(of.year)));
}

}  // namespace lenig::programme::pages
