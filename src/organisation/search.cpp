#include "organisation/search.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "organisation/queries.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t most_words = 4;

std::string with_every(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void add(std::set<std::string>& terms, std::string const& word) {
  if (word.empty()) return;
  terms.insert(word);
  terms.insert(with_every(word, "ij", "y"));
  terms.insert(with_every(word, "y", "ij"));
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string initials(std::string const& given_name) {
  std::string letters;
  for (auto const& word : base::split(base::folded(given_name), ' ')) letters += word.substr(0, 1);
  return letters;
}

std::vector<std::string> listed(std::set<std::string> const& terms) { return {terms.begin(), terms.end()}; }

struct Terms {
  std::string object;
  std::string terms;
};
BOOST_DESCRIBE_STRUCT(Terms, (), (object, terms))

/// A text after all that begin with this one, in byte order: with the last character that Unicode has behind it.
std::string after_prefix(std::string const& prefix) { return prefix + "\xf4\x8f\xbf\xbf"; }

}  // namespace

std::vector<std::string> search_terms(std::string const& given_name, std::string const& prefix,
                                      std::string const& family_name) {
  std::set<std::string> terms;
  for (auto const* part : {&given_name, &prefix, &family_name}) {
    for (auto const& word : base::split(base::folded(*part), ' ')) add(terms, word);
  }
  add(terms, without_spaces(base::folded(prefix + " " + family_name)));
  add(terms, initials(given_name));
  return listed(terms);
}

std::vector<std::string> search_terms(std::string const& name, std::string const& town) {
  std::set<std::string> terms;
  for (auto const& word : base::split(base::folded(name + " " + town), ' ')) add(terms, word);
  add(terms, without_spaces(base::folded(name)));
  return listed(terms);
}

std::string joined_terms(std::vector<std::string> const& terms) {
  std::string all;
  for (auto const& term : terms) all += " " + term;
  return all;
}

void add_words(boost::json::array& words, FoundKind kind, std::string const& object, std::string const& joined) {
  for (auto const& term : base::split(joined, ' ')) {
    if (!term.empty()) words.push_back({{"term", term}, {"kind", base::name_of(kind)}, {"object", object}});
  }
}

void index_words(db::Transaction& tx, BoardId const& board, FoundKind kind, std::string const& object,
                 std::vector<std::string> const& terms) {
  for (auto const& term : terms) {
    tx.run(sql::insert_search_term, {{"board", board}, {"term", term}, {"kind", kind}, {"object", object}});
  }
}

void forget_words(db::Transaction& tx, BoardId const& board, FoundKind kind, std::string const& object) {
  boost::json::array words;
  auto const& stored = kind == FoundKind::person ? sql::terms_of_person : sql::terms_of_unit;
  for (auto const& one : tx.all<Terms>(stored, {{"board", board}, {"object", object}}))
    add_words(words, kind, one.object, one.terms);
  tx.run(sql::delete_search_terms, {{"board", board}, {"words", boost::json::serialize(words)}});
}

std::vector<Found> find(db::Reading& reading, BoardId const& board, std::string const& text, Among among, int most,
                        base::Date today) {
  auto words = base::split(base::folded(text), ' ');
  std::erase(words, "");
  if (words.empty()) return {};
  words.resize(std::min(words.size(), most_words));
  std::stable_sort(words.begin(), words.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
  words.resize(most_words, words.back());  // a word asked twice narrows nothing
  return reading.all<Found>(sql::find, {{"board", board},
                                        {"first", words[0]},
                                        {"first_end", after_prefix(words[0])},
                                        {"second", words[1]},
                                        {"third", words[2]},
                                        {"fourth", words[3]},
                                        {"today", today},
                                        {"everybody", among == Among::everybody ? 1 : 0},
                                        {"most", most}});
}

}  // namespace lenig::organisation
