#pragma once

#include <string>
#include <vector>

#include "platform/base/described.hpp"

namespace lenig::plan {

// Texts that several people write. Words and the spaces between them are the units.

enum class Fate { kept, added, removed };
BOOST_DESCRIBE_ENUM(Fate, kept, added, removed)

/// Words that stayed, came or went.
struct Piece {
  Fate fate = Fate::kept;
  std::string text;

  bool operator==(Piece const&) const = default;
};

/// How one text became the other, with as few words changed as can be: O(np), Wu, Manber, Myers & Miller 1990.
std::vector<Piece> differences(std::string const& before, std::string const& after);

struct Merged {
  std::string text;
  bool at_the_same_words = false;  // somewhere both changed the same words: both stand there
};

/// What two people made of the same text, in one: diff3 (Khanna, Kunal & Pierce 2007, "A Formal Investigation of
/// Diff3", §3). Nothing that either of them typed is left out; where both changed the same words, `theirs` stands
/// before `mine`.
Merged merged(std::string const& before, std::string const& mine, std::string const& theirs);

}  // namespace lenig::plan
