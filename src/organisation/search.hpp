#pragma once

#include <boost/json/array.hpp>

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

/// The same in one text, as a row of a person or unit holds them: a space before each.
std::string joined_terms(std::vector<std::string> const& terms);

/// Words of a person or unit as the queries on many take them: a JSON object for each.
void add_words(boost::json::array& words, FoundKind kind, std::string const& object, std::string const& joined);

/// Makes something that stands nowhere in the index yet findable by its words.
void index_words(db::Transaction& tx, BoardId const& board, FoundKind kind, std::string const& object,
                 std::vector<std::string> const& terms);
/// Takes away the words that its row holds: before the row changes or goes.
void forget_words(db::Transaction& tx, BoardId const& board, FoundKind kind, std::string const& object);

/// Who is found: those who work at the board today, or also those who left or have yet to begin.
enum class Among { staff, everybody };

/// Units and people of the board in which every word of the text begins a word; each by name, units first.
std::vector<Found> find(db::Reading& reading, BoardId const& board, std::string const& text, Among among, int most,
                        base::Date today);

}  // namespace lenig::organisation
