#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organisation/unit.hpp"
#include "platform/access/viewer.hpp"
#include "platform/html/view.hpp"

namespace lenig::organisation::pages {

struct PersonLine {
  std::string letters;
  std::string who;
  std::string person_path;  // empty where the viewer has no page of them
  std::string function;
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (letters, who, person_path, function))

struct PeopleGroup {
  std::string group_heading;
  std::vector<PersonLine> people;
};
BOOST_DESCRIBE_STRUCT(PeopleGroup, (), (group_heading, people))

struct PlaceLine {
  std::string place;
  std::string place_path;  // empty where the viewer has no page of it
  std::string place_note;
  std::string place_id;
  std::string leave_path;  // where it is taken out of the network
};
BOOST_DESCRIBE_STRUCT(PlaceLine, (), (place, place_path, place_note, place_id, leave_path))

/// Places under one heading: schools, members, teams, networks.
struct PlaceSection {
  std::string anchor;
  std::string section_heading;
  bool has_places = false;
  std::vector<PlaceLine> places;
  std::string nothing;  // what is said when there are none
  std::string add_path;
  std::string add_label;
  std::string more_path;
  std::string more_label;
};
BOOST_DESCRIBE_STRUCT(PlaceSection, (),
                      (anchor, section_heading, has_places, places, nothing, add_path, add_label, more_path,
                       more_label))

/// The page of a unit.
struct UnitView {
  static constexpr std::string_view view = "organisation/unit";
  std::string kicker;
  std::string name;
  std::string town;
  std::string problem;  // why what was asked did not happen
  std::string ended;    // since when the unit is no more
  std::string change_path;
  std::string add_person_path;
  std::string import_path;
  std::string end_path;
  std::string join_path;  // to join a network of another board
  std::string code_path;  // of a network: to make a code for another board
  std::vector<PlaceSection> main;
  std::vector<PeopleGroup> groups;
  std::string nobody;
  std::string more_people;
  std::vector<PlaceSection> side;
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (kicker, name, town, problem, ended, change_path, add_person_path, import_path, end_path,
                       join_path, code_path, main, groups, nobody, more_people, side))

/// What the page of a unit is made of.
struct UnitFacts {
  Unit unit;
  std::vector<UnitSummary> above;
  std::vector<PersonSummary> people;
  std::vector<UnitSummary> schools;  // below it
  std::vector<UnitSummary> parts;    // teams and networks below it
  std::vector<UnitSummary> networks;
  std::vector<UnitSummary> members;  // of a network
  std::vector<UnitId> in_sight;      // networks that the viewer works in
};

/// Everything of a unit that its page shows; of long lists what stands after `after`.
std::optional<UnitFacts> facts_of(db::Reading& reading, access::Viewer const& viewer, UnitId const& unit,
                                  UnitId const& after);

UnitView view_of(UnitFacts const& facts, access::Viewer const& viewer, i18n::Words const& tr);

}  // namespace lenig::organisation::pages
