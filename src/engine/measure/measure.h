#pragma once

// What other modules see of measure.

#include <cstdint>
#include <optional>
#include <vector>

namespace lenig::measure {

/// What a figure is about; answers in somebody's own words need a larger group.
enum class Matter { answers, open_answers };

/// The smallest group that a figure may be about: 5, for open answers 10; a board may ask for more, never for less.
int least_people(Matter matter, int wish = 0);

/// A share as it is told: in steps of 5 %, and never so near to an end that fewer than `least` of those counted could
/// be on the other side: "95 % or more".
struct ToldShare {
  enum class Reach { near, or_more, or_less };
  int percent = 0;
  Reach reach = Reach::near;

  bool operator==(ToldShare const&) const = default;
};

/// Of so many counted, this part; nothing of so few that nothing can be told.
std::optional<ToldShare> told_share(int part, int counted, int least);

/// People, by the numbers that the caller has for them; each once, the same in every wave.
using People = std::vector<std::uint32_t>;

/// Where people stand at one time: nobody in two parts. A whole, of some of them or all, is counted besides.
struct Standing {
  std::vector<People> parts;
  People whole;

  bool operator==(Standing const&) const = default;
};

/// A standing of which numbers were told. Of a part without people nothing is told: it is not there.
struct Wave {
  Standing standing;
  std::vector<bool> parts_told;
  bool whole_told = false;

  /// Whether there are people of whom no number is told.
  bool withholds() const;
};

/// What may be told of how people stand now, beside all waves that are out about any of them; nothing: what is shown
/// (the last wave of these parts, when there is one) goes on to stand. A wave comes when
/// 1. no arithmetic over it and all that is out narrows a group of fewer than `least` (a ReleaseLog looks);
/// 2. it tells a number that what is shown does not: a new day on old numbers would tell that somebody moved;
/// 3. it tells where as many stand as what is shown does, or where four in five do.
/// The largest parts go first, and the whole last.
std::optional<Wave> next_wave(std::vector<Wave> const& out, std::optional<Wave> const& shown, Standing now, int least);

}  // namespace lenig::measure
