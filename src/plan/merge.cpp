#include "plan/merge.hpp"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <optional>

namespace lenig::plan {

namespace {

using Words = std::vector<std::string>;

bool is_space(char one) { return one == ' ' || one == '\n' || one == '\t'; }

/// Words and the spaces between them; a line end is a unit by itself.
Words words_of(std::string const& text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (text[at] != '\n') {
      while (end < text.size() && text[end] != '\n' && is_space(text[end]) == is_space(text[at])) ++end;
    }
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string joined(Words::const_iterator from, Words::const_iterator to) {
  std::string text;
  for (auto at = from; at != to; ++at) text += *at;
  return text;
}

dtl::Diff<std::string, Words> compared(Words const& before, Words const& after) {
  dtl::Diff<std::string, Words> diff(before, after);
  diff.onHuge();
  diff.compose();
  return diff;
}

void add(std::vector<Piece>& pieces, Fate fate, std::string const& word) {
  if (pieces.empty() || pieces.back().fate != fate) pieces.push_back({fate, {}});
  pieces.back().text += word;
}

Fate fate_of(dtl::edit_t edit) {
  if (edit == dtl::SES_ADD) return Fate::added;
  return edit == dtl::SES_DELETE ? Fate::removed : Fate::kept;
}

/// Where each word of `before` stands in `after`; nothing where it went.
std::vector<std::optional<std::size_t>> places(Words const& before, Words const& after) {
  std::vector<std::optional<std::size_t>> found(before.size());
  std::size_t at_before = 0;
  std::size_t at_after = 0;
  for (auto const& [word, how] : compared(before, after).getSes().getSequence()) {
    if (how.type == dtl::SES_COMMON) found[at_before++] = at_after++;
    if (how.type == dtl::SES_DELETE) ++at_before;
    if (how.type == dtl::SES_ADD) ++at_after;
  }
  return found;
}

/// A stretch of the three texts: what stood there, and what each made of it.
struct Stretch {
  std::string before;
  std::string mine;
  std::string theirs;
};

/// One of two texts that are put after one another, apart.
std::string apart(std::string const& first, std::string const& second) {
  bool const joins = first.empty() || second.empty() || is_space(first.back()) || is_space(second.front());
  return first + (joins ? "" : " ") + second;
}

/// Where one of them changed it, that change; where both did, both. What is only a different space is no loss.
std::string chosen(Stretch const& at, bool& both) {
  if (at.mine == at.theirs || at.theirs == at.before) return at.mine;
  if (at.mine == at.before) return at.theirs;
  both = true;
  return apart(at.theirs, at.mine);
}

}  // namespace

std::vector<Piece> differences(std::string const& before, std::string const& after) {
  std::vector<Piece> pieces;
  for (auto const& [word, how] : compared(words_of(before), words_of(after)).getSes().getSequence())
    add(pieces, fate_of(how.type), word);
  return pieces;
}

Merged merged(std::string const& before, std::string const& mine, std::string const& theirs) {
  auto const o = words_of(before);
  auto const a = words_of(mine);
  auto const b = words_of(theirs);
  auto const in_a = places(o, a);
  auto const in_b = places(o, b);
  Merged all;
  std::size_t at_o = 0;
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  auto const take = [&](std::size_t to_o, std::size_t to_a, std::size_t to_b) {
    auto const part = [](Words const& words, std::size_t from, std::size_t to) {
      return joined(words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to));
    };
    all.text += chosen({part(o, at_o, to_o), part(a, at_a, to_a), part(b, at_b, to_b)}, all.at_the_same_words);
    at_o = to_o;
    at_a = to_a;
    at_b = to_b;
  };
  while (at_o < o.size()) {
    // Step 2 of the paper: the next word that stayed in both ends what changed before it.
    std::size_t next = at_o;
    while (next < o.size() && !(in_a[next] && in_b[next])) ++next;
    if (next == o.size()) break;
    take(next, *in_a[next], *in_b[next]);
    all.text += o[next];
    ++at_o;
    ++at_a;
    ++at_b;
  }
  take(o.size(), a.size(), b.size());
  return all;
}

}  // namespace lenig::plan
