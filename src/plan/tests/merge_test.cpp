// Texts that several people write at once: nothing that somebody typed is lost.
#include "plan/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lenig::plan {

namespace {

TEST(Merge, keeps_what_each_of_two_changed) {
  auto const both =
      merged("Wij geven les in groepen.", "Wij geven elke dag les in groepen.", "Wij geven les in kleine groepen.");
  EXPECT_EQ(both.text, "Wij geven elke dag les in kleine groepen.");
  EXPECT_FALSE(both.at_the_same_words);
}

TEST(Merge, of_a_text_that_only_one_changed_is_that_change) {
  EXPECT_EQ(merged("a b c", "a b c", "a c").text, "a c");
  EXPECT_EQ(merged("a b c", "a x c", "a b c").text, "a x c");
  EXPECT_EQ(merged("", "nieuw", "").text, "nieuw");
  EXPECT_EQ(merged("weg", "", "weg").text, "");
}

TEST(Merge, lets_both_stand_where_both_changed_the_same_words) {
  auto const both = merged("Het doel is rust.", "Het doel is plezier.", "Het doel is aandacht.");
  EXPECT_EQ(both.text, "Het doel is aandacht. plezier.");
  EXPECT_TRUE(both.at_the_same_words);
  EXPECT_EQ(merged("", "van mij", "van jou").text, "van jou van mij");
}

TEST(Merge, keeps_an_edit_that_another_removed_the_place_of) {
  auto const both = merged("een twee drie", "een TWEE drie", "een drie");
  EXPECT_NE(both.text.find("TWEE"), std::string::npos);
}

TEST(Merge, loses_no_word_that_somebody_typed) {
  std::mt19937 random(7);
  auto const number = [&](std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
  };
  auto const edited = [&](std::vector<std::string> words, std::string const& by, std::vector<std::string>& typed) {
    for (int change = 0; change < 6; ++change) {
      auto const at = static_cast<std::ptrdiff_t>(number(words.size() + 1));
      if (number(3) == 0 && at < static_cast<std::ptrdiff_t>(words.size())) {
        words.erase(words.begin() + at);
      } else {
        typed.push_back(by + std::to_string(change));
        words.insert(words.begin() + at, typed.back());
      }
      std::erase_if(typed, [&](auto const& one) { return std::ranges::find(words, one) == words.end(); });
    }
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : number(9) == 0 ? "\n" : " ") + word;
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> words;
    std::string before;
    for (std::size_t i = 0, all = number(30); i < all; ++i) {
      words.push_back("w" + std::to_string(number(8)));
      before += (before.empty() ? "" : " ") + words.back();
    }
    std::vector<std::string> typed;
    std::vector<std::string> others;
    auto const mine = edited(words, "mijn", typed);
    auto const theirs = edited(words, "hun", others);
    auto const both = merged(before, mine, theirs).text;
    typed.insert(typed.end(), others.begin(), others.end());
    for (auto const& one : typed) EXPECT_NE(both.find(one), std::string::npos) << before << "\n" << both;
  }
}

TEST(Differences, make_the_one_text_into_the_other) {
  std::string const before = "Wij geven les\nin grote groepen.";
  std::string const after = "Wij geven samen les\nin groepen.";
  std::string was;
  std::string is;
  for (auto const& piece : differences(before, after)) {
    if (piece.fate != Fate::added) was += piece.text;
    if (piece.fate != Fate::removed) is += piece.text;
  }
  EXPECT_EQ(was, before);
  EXPECT_EQ(is, after);
  EXPECT_EQ(differences("gelijk", "gelijk"), (std::vector<Piece>{{Fate::kept, "gelijk"}}));
}

}  // namespace

}  // namespace lenig::plan
