#include "organisation/pages/unit_view.hpp"

#include <algorithm>

#include "organisation/pages/words.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation::pages {

namespace {

using access::Viewer;
using i18n::Words;

constexpr std::size_t places_a_page = 100;
constexpr std::size_t most_people = 300;
constexpr std::size_t most_parts = 300;

constexpr int one_more_than(std::size_t most) { return static_cast<int>(most) + 1; }

bool is_of_whole_line(UnitKind kind) { return kind == UnitKind::school || kind == UnitKind::team; }

/// The office changes what still runs, of its own board.
bool is_changeable(UnitFacts const& facts, Viewer const& viewer) {
  return !facts.unit.ended_on && facts.unit.board == viewer.board &&
         viewer.may(access::Action::change, access::Matter::unit_register);
}

bool is_in_sight(UnitFacts const& facts, UnitId const& network) {
  return std::find(facts.in_sight.begin(), facts.in_sight.end(), network) != facts.in_sight.end();
}

PlaceLine line_of(UnitSummary const& unit, bool seen) {
  return {.place = unit.name,
          .place_path = seen ? path_of(unit.id) : "",
          .place_note = unit.town,
          .place_id = unit.id.text()};
}

PersonLine line_of(PersonSummary const& person, bool seen) {
  return {.letters = initials(person.given_name, person.family_name),
          .who = person.name(),
          .person_path = seen ? path_of_person(person.id) : "",
          .function = person.function};
}

std::vector<PeopleGroup> groups_of(UnitFacts const& facts, Viewer const& viewer, Words const& tr) {
  PeopleGroup leading{.group_heading = tr("Leiding")};
  PeopleGroup others{.group_heading = tr("Collega's")};
  bool const seen = facts.unit.board == viewer.board;
  for (auto const& person : facts.people) {
    auto& group = person.leads ? leading : others;
    if (leading.people.size() + others.people.size() < most_people) group.people.push_back(line_of(person, seen));
  }
  std::vector<PeopleGroup> groups;
  for (auto& group : {leading, others}) {
    if (!group.people.empty()) groups.push_back(group);
  }
  return groups;
}

void fill(PlaceSection& section, std::vector<PlaceLine> lines) {
  section.places = std::move(lines);
  section.has_places = !section.places.empty();
}

/// Takes as many as fit on a page; says where the rest stands.
void fill_page(PlaceSection& section, std::vector<PlaceLine> lines, UnitId const& unit) {
  if (lines.size() > places_a_page) {
    lines.resize(places_a_page);
    section.more_path = path_of(unit) + "?na=" + lines.back().place_id;
  }
  fill(section, std::move(lines));
}

PlaceSection schools_of(UnitFacts const& facts, bool changeable, Words const& tr) {
  PlaceSection section{.anchor = "scholen", .section_heading = tr("Scholen"), .more_label = tr("Meer scholen")};
  fill_page(section, base::collected(facts.schools, [](UnitSummary const& school) { return line_of(school, true); }),
            facts.unit.id);
  section.nothing = changeable ? tr("Er staan nog geen scholen in. Begin met één; de mensen volgen daarna.")
                               : tr("Hier staan nog geen scholen.");
  return section;
}

PlaceSection members_of(UnitFacts const& facts, bool changeable, Viewer const& viewer, Words const& tr) {
  PlaceSection section{
      .anchor = "deelnemers", .section_heading = tr("Wie doen mee"), .more_label = tr("Meer deelnemers")};
  std::vector<PlaceLine> lines;
  for (auto const& member : facts.members) {
    lines.push_back(line_of(member, member.board == viewer.board || is_in_sight(facts, facts.unit.id)));
    if (changeable) lines.back().leave_path = path_of(facts.unit.id) + "/leden/verwijderen";
  }
  fill_page(section, std::move(lines), facts.unit.id);
  section.nothing = tr("Er doet nog geen school mee. Een netwerk verbindt scholen die samen leren.");
  if (changeable) {
    section.add_path = path_of(facts.unit.id) + "/leden/nieuw";
    section.add_label = tr("Scholen toevoegen");
  }
  return section;
}

PlaceSection parts_of(UnitFacts const& facts, UnitKind kind, std::string anchor, std::string heading) {
  PlaceSection section{.anchor = std::move(anchor), .section_heading = std::move(heading)};
  std::vector<PlaceLine> lines;
  for (auto const& part : facts.parts) {
    if (part.kind == kind && lines.size() < most_parts) lines.push_back(line_of(part, true));
  }
  fill(section, std::move(lines));
  return section;
}

PlaceSection networks_joined(UnitFacts const& facts, Viewer const& viewer, Words const& tr) {
  PlaceSection section{.anchor = "doet-mee-in", .section_heading = tr("Doet mee in")};
  fill(section, base::collected(facts.networks, [&](UnitSummary const& network) {
         return line_of(network, network.board == viewer.board || is_in_sight(facts, network.id));
       }));
  return section;
}

std::vector<PlaceSection> main_sections(UnitFacts const& facts, bool changeable, Viewer const& viewer,
                                        Words const& tr) {
  std::vector<PlaceSection> sections;
  auto const kind = facts.unit.kind;
  if (kind == UnitKind::network) sections.push_back(members_of(facts, changeable, viewer, tr));
  if (kind == UnitKind::board || !facts.schools.empty()) sections.push_back(schools_of(facts, changeable, tr));
  if (kind == UnitKind::board && changeable) {
    sections.back().add_path = path_of(facts.unit.id) + "/eenheden/nieuw";
    sections.back().add_label = tr("School, team of netwerk toevoegen");
  }
  return sections;
}

std::vector<PlaceSection> side_sections(UnitFacts const& facts, bool changeable, Viewer const& viewer,
                                        Words const& tr) {
  auto teams = parts_of(facts, UnitKind::team, "teams", tr("Teams"));
  if (changeable && facts.unit.kind == UnitKind::school) {
    teams.nothing = tr("Nog geen teams. Een kleine school heeft er vaak geen nodig.");
    teams.add_path = path_of(facts.unit.id) + "/eenheden/nieuw";
    teams.add_label = tr("Team toevoegen");
  }
  std::vector<PlaceSection> sections;
  for (auto& section :
       {teams, parts_of(facts, UnitKind::network, "netwerken", tr("Netwerken")), networks_joined(facts, viewer, tr)}) {
    if (section.has_places || !section.nothing.empty()) sections.push_back(section);
  }
  return sections;
}

std::string kicker_of(UnitFacts const& facts, Viewer const& viewer, Words const& tr) {
  auto const kind = name_of(facts.unit.kind, tr);
  bool const is_elsewhere = facts.unit.board != viewer.board && !facts.above.empty();
  return is_elsewhere ? kind + " · " + facts.above.front().name : kind;
}

std::string words_for_nobody(UnitKind kind, bool changeable, Words const& tr) {
  if (!changeable) return tr("Hier staan nog geen mensen.");
  if (kind == UnitKind::board)
    return tr("Hier staan alleen mensen die voor het hele bestuur werken, zoals de bestuurder en HR.");
  return tr(
      "Voeg de eerste toe: een naam, een e-mailadres en een functie zijn genoeg. Er gaat pas iets uit als u "
      "uitnodigt.");
}

}  // namespace

std::optional<UnitFacts> facts_of(db::Reading& reading, Viewer const& viewer, UnitId const& unit, UnitId const& after) {
  auto const found = find_unit(reading, unit);
  if (!found) return std::nullopt;
  bool const is_network = found->kind == UnitKind::network;
  auto const people = is_of_whole_line(found->kind) ? people_within : people_at;
  return UnitFacts{
      .unit = *found,
      .above = units_above(reading, unit),
      .people = people(reading, unit, viewer.today, one_more_than(most_people)),
      .schools =
          is_network ? std::vector<UnitSummary>() : schools_below(reading, unit, after, one_more_than(places_a_page)),
      .parts = parts_below(reading, unit, one_more_than(most_parts)),
      .networks = is_network ? std::vector<UnitSummary>() : networks_of(reading, unit),
      .members = is_network ? members_of_network(reading, unit, after, one_more_than(places_a_page))
                            : std::vector<UnitSummary>(),
      .in_sight = networks_in_sight(reading, viewer.board, viewer.person, viewer.today),
  };
}

UnitView view_of(UnitFacts const& facts, Viewer const& viewer, Words const& tr) {
  bool const changeable = is_changeable(facts, viewer);
  auto const& unit = facts.unit;
  auto const path = path_of(unit.id);
  bool const is_ending = changeable && unit.kind != UnitKind::board;
  return {
      .kicker = kicker_of(facts, viewer, tr),
      .name = unit.name,
      .town = unit.town,
      .ended = unit.ended_on ? tr("Beëindigd op {}. Wat hier stond, blijft te lezen.", tr.day(*unit.ended_on)) : "",
      .change_path = changeable ? path + "/wijzigen" : "",
      .add_person_path = changeable ? path + "/mensen/nieuw" : "",
      .import_path = changeable && unit.kind == UnitKind::board ? "/organisatie/invoer" : "",
      .end_path = is_ending ? path + "/beeindigen" : "",
      .join_path = changeable && unit.kind != UnitKind::network ? path + "/netwerken/nieuw" : "",
      .code_path = changeable && unit.kind == UnitKind::network ? path + "/leden/code" : "",
      .main = main_sections(facts, changeable, viewer, tr),
      .groups = groups_of(facts, viewer, tr),
      .nobody = facts.people.empty() ? words_for_nobody(unit.kind, changeable, tr) : "",
      .more_people = facts.people.size() > most_people
                         ? tr("Hier staan de eerste {} mensen. Zoek de anderen op naam.", most_people)
                         : "",
      .side = side_sections(facts, changeable, viewer, tr),
  };
}

}  // namespace lenig::organisation::pages
