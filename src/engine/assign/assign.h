#pragma once

// What other modules see of assign: who goes where on career days.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenig::assign {

/// Value and price in millionths, so that sums are exact.
using Amount = std::int64_t;
inline constexpr Amount one = 1'000'000;

enum class Kind { workshop, shadowing };

/// Local time in seconds since 1970; the end is not part of it.
struct Span {
  std::int64_t start = 0;
  std::int64_t end = 0;
};

/// Offers, places, people and sessions are named by their index below; -1 is a place that nothing else has.
struct Session {
  std::string id;
  int offer = 0;
  Kind kind = Kind::workshop;
  Span time;
  int place = -1;
  int capacity = 0;
  int minimum = 0;
  std::vector<int> not_from;  // places, sorted
};

struct Person {
  std::string id;
  int place = -1;
  int max_sessions = 0;      // workshops and shadowings together
  int max_shadowings = 0;    // of them
  std::vector<int> choices;  // offers, best first
  std::vector<Span> unavailable;
  std::vector<int> with;  // people, sorted; symmetric
};

/// The instance of docs `lenig assign`; `travel[a]` holds (place, minutes), sorted, both ways.
struct Instance {
  std::string seed;
  std::vector<Amount> values;  // of rank 1, 2, …
  std::vector<std::string> offers;
  std::vector<std::string> places;
  std::vector<Session> sessions;
  std::vector<Person> people;
  std::vector<std::vector<std::pair<int, int>>> travel;
};

enum class Stopped { optimal, work, time };

struct Assignment {
  int person = 0;
  int session = 0;
  int rank = 0;  // 1 is the best
  auto operator<=>(Assignment const&) const = default;
};

/// Sorted by person and session; `waiting[session]` in the order in which a seat would be given.
struct Result {
  std::vector<Assignment> assignments;
  std::vector<int> unplaced;
  std::vector<int> cancelled;  // sessions that hold nobody
  std::vector<std::vector<int>> waiting;
  int people_placed = 0;
  int people_bound = 0;
  Amount value = 0;
  Amount bound = 0;  // on the value, given people_placed
  double gap = 0;    // (bound − value) / max(1, bound); 0 only when both levels are proven
  Stopped stopped = Stopped::work;
};

/// A tree of cases. A leaf holds the price of a seat per session (several may be left out: 0) and what a person with
/// at least one session counts for. An inner node asks a question, and has a tree for either answer.
struct Proof {
  int session = -1;            // of the question
  int person = -1;             // -1: does the session run? else: does this person hold it?
  std::vector<Proof> answers;  // no, yes; none: a leaf
  Amount per_person = 0;
  std::vector<std::pair<int, Amount>> prices;  // by session
};

/// Proves both bounds (check.cpp says how): of people and of value.
struct Certificate {
  Proof people;
  Proof value;
};

/// A fault in the input: where, as a JSON pointer or "line L, column C", and what, in Dutch and English.
struct Fault {
  std::string where;
  std::string what;
};

template <class T>
using Read = std::expected<T, std::vector<Fault>>;

Read<Instance> read_instance(std::string_view json);
Read<Result> read_result(Instance const& instance, std::string_view json);
Read<Certificate> read_certificate(Instance const& instance, std::string_view json);
std::string write(Instance const& instance);
std::string write(Instance const& instance, Result const& result);
std::string write(Instance const& instance, Certificate const& certificate);

struct Limits {
  std::optional<double> seconds;  // none: a fixed amount of work, the same answer every time
  int threads = 0;                // 0: as many as there are processors
};

struct Solved {
  Result result;
  Certificate certificate;
};

/// The best assignment that is found, with what proves how good it is.
Solved solve(Instance const& instance, Limits const& limits = {});

/// For comparison: people in the order of the lottery take the best that is left.
Solved draw_lots(Instance const& instance);

/// What is wrong with a result; nothing: it is feasible, its figures are right, and its bounds are proven when there is
/// a certificate. Shares no code with what solves.
std::vector<Fault> check(Instance const& instance, Result const& result, std::optional<Certificate> const& certificate);

/// Why somebody did not get an offer that they chose. Numbers of people, never who.
struct Missed {
  enum class Why { does_not_fit, not_run, full, clashes_with_better, for_the_whole, not_together };
  int offer = 0;
  int rank = 0;
  Why why = Why::full;
  int session = -1;       // the one that was nearest
  int better_right = 0;   // who hold it and ranked it higher
  int same_right = 0;     // who hold it and ranked it the same
  int others = 0;         // who hold it and ranked it lower: so that more people get something, or more value
  int place_on_list = 0;  // 1 is first; 0: on no list
};

struct Explanation {
  std::vector<Missed> missed;       // choices that they did not get, best first
  std::vector<int> would_have_had;  // sessions of other offers that had a seat and fit
};

/// One for each person.
std::vector<Explanation> explain(Instance const& instance, Result const& result);

/// The lottery: hash(seed, person, session), and hash(seed, person) with an empty session. FNV-1a (64 bits) over the
/// three texts, each closed by a byte 0, then the finaliser of MurmurHash3.
std::uint64_t ticket(std::string_view seed, std::string_view person, std::string_view session);

}  // namespace lenig::assign
