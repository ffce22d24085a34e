#pragma once

#include "plan/merge.hpp"
#include "plan/plan.hpp"

namespace lenig::plan {

/// The most that a part of a plan holds, in characters.
inline constexpr std::size_t longest_wording = 10'000;

/// What stands in a part of a plan.
struct Wording {
  std::string slot;
  int revision = 0;
  std::string words;
  PersonId person;  // who wrote it last
  base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (slot, revision, words, person, written_at))

/// What somebody typed in a part, and what stood there when they began.
struct WordingDraft {
  std::string words;
  std::string was;
};
BOOST_DESCRIBE_STRUCT(WordingDraft, (), (words, was))

enum class WordingRefusal { not_found, part_unknown, adopted, closed, too_long };

/// What stands there after saving: with what another wrote meanwhile, when they did.
struct Saved {
  std::string words;
  bool changed_by_another = false;
  bool at_the_same_words = false;
};

std::vector<Wording> wordings_of(db::Reading& reading, vault::Vault& keys, Plan const& plan);

/// Saves what somebody typed in a part; what another saved since `was` is merged with it. What one person types within
/// ten minutes is one revision.
Result<Saved, WordingRefusal> write_words(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                          PlanId const& plan, std::string const& slot, WordingDraft const& draft,
                                          base::Instant now = base::Instant::now());

/// A revision, with what it changed.
struct Revision {
  std::string slot;
  PersonId person;
  base::Instant written_at;
  std::vector<Piece> pieces;
};

/// How a plan came to say what it says; the newest first, at most `most`.
std::vector<Revision> history_of(db::Reading& reading, vault::Vault& keys, Plan const& plan, int most);

}  // namespace lenig::plan
