#pragma once

#include "organisation/organisation.h"

namespace lenig::organisation {

enum class FoundKind { person, unit };
BOOST_DESCRIBE_ENUM(FoundKind, person, unit)

/// Something that was found, with the line below its name.
struct Found {
  FoundKind kind = FoundKind::person;
  std::string id;
  std::string name;
  std::string about;  // function and place, or town
  std::optional<UnitKind> unit_kind;
};
BOOST_DESCRIBE_STRUCT(Found, (), (kind, id, name, about, unit_kind))

/// The words by which a name is found, folded: each of its words, the family name with its prefix in one, and the
/// initials of the given names; a word with "ij" also with "y" and the other way round (Dijkstra, Dykstra).
std::vector<std::string> search_terms(std::string const& given_name, std::string const& prefix,
                                      std::string const& family_name);
std::vector<std::string> search_terms(std::string const& name, std::string const& town);

void index_person(db::Transaction& tx, BoardId const& board, PersonId const& person, std::string const& given_name,
                  std::string const& prefix, std::string const& family_name);
/// The same for somebody who stands nowhere in the index yet.
void index_new_person(db::Transaction& tx, BoardId const& board, PersonId const& person, std::string const& given_name,
                      std::string const& prefix, std::string const& family_name);
void index_unit(db::Transaction& tx, BoardId const& board, UnitId const& unit, std::string const& name,
                std::string const& town);

/// Who is found: those who work at the board today, or also those who left or have yet to begin.
enum class Among { staff, everybody };

/// Units and people of the board in which every word of the text begins a word; each by name, units first.
std::vector<Found> find(db::Reading& reading, BoardId const& board, std::string const& text, Among among, int most,
                        base::Date today);

}  // namespace lenig::organisation
