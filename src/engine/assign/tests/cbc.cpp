#include "engine/assign/tests/cbc.hpp"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>

#include "engine/assign/model.hpp"

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Rows and columns as CBC takes them: columns hold their rows.
class Programme {
 public:
  int add_row(double lower, double upper) {
    lower_.push_back(lower);
    upper_.push_back(upper);
    return static_cast<int>(lower_.size()) - 1;
  }
  int add_column(double objective) {
    objective_.push_back(objective);
    entries_.emplace_back();
    return static_cast<int>(objective_.size()) - 1;
  }
  void set(int row, int column, double factor) { entries_[at(column)].emplace_back(row, factor); }

  /// All columns are 0 or 1; the greatest objective.
  std::pair<std::vector<double>, bool> solve() const {
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> rows;
    std::vector<double> factors;
    for (auto const& column : entries_) {
      for (auto const& [row, factor] : column) {
        rows.push_back(row);
        factors.push_back(factor);
      }
      starts.push_back(static_cast<CoinBigIndex>(rows.size()));
    }
    std::vector<double> const zeros(entries_.size(), 0);
    std::vector<double> const ones(entries_.size(), 1);
    std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> const model(Cbc_newModel(), Cbc_deleteModel);
    Cbc_loadProblem(model.get(), static_cast<int>(entries_.size()), static_cast<int>(lower_.size()), starts.data(),
                    rows.data(), factors.data(), zeros.data(), ones.data(), objective_.data(), lower_.data(),
                    upper_.data());
    Cbc_setObjSense(model.get(), -1);
    for (int column = 0; column < static_cast<int>(entries_.size()); ++column) Cbc_setInteger(model.get(), column);
    for (auto const& [name, value] : {std::pair("log", "0"), {"ratioGap", "0"}, {"allowableGap", "0"}})
      Cbc_setParameter(model.get(), name, value);
    Cbc_solve(model.get());
    auto const* const solution = Cbc_getColSolution(model.get());
    return {{solution, solution + entries_.size()}, Cbc_isProvenOptimal(model.get()) != 0};
  }

 private:
  std::vector<double> lower_, upper_, objective_;
  std::vector<std::vector<std::pair<int, double>>> entries_;
};

struct Held {
  int person = 0;
  int session = 0;
  Amount value = 0;
};

/// Who could hold what, one column each.
std::vector<Held> all_held(Instance const& instance) {
  std::vector<std::vector<int>> sessions(instance.offers.size());
  for (std::size_t session = 0; session < instance.sessions.size(); ++session)
    sessions[at(instance.sessions[session].offer)].push_back(static_cast<int>(session));
  std::vector<Held> all;
  for (std::size_t index = 0; index < instance.people.size(); ++index) {
    auto const& person = instance.people[index];
    for (std::size_t rank = 0; rank < person.choices.size(); ++rank) {
      for (int const session : sessions[at(person.choices[rank])]) {
        auto const& its = instance.sessions[at(session)];
        bool const away = std::ranges::any_of(person.unavailable, [&](Span const& span) {
          return span.start < its.time.end && its.time.start < span.end;
        });
        if (!away && !std::ranges::binary_search(its.not_from, person.place))
          all.push_back({static_cast<int>(index), session, instance.values[rank]});
      }
    }
  }
  return all;
}

/// min·y ≤ load ≤ capacity·y
void add_sessions(Instance const& instance, std::vector<Held> const& all, Programme& programme) {
  for (int session = 0; session < static_cast<int>(instance.sessions.size()); ++session) {
    auto const& its = instance.sessions[at(session)];
    int const full = programme.add_row(-1e30, its.minimum > 0 ? 0 : its.capacity);
    int const empty = its.minimum > 0 ? programme.add_row(0, 1e30) : -1;
    if (empty >= 0) {
      int const runs = programme.add_column(0);
      programme.set(full, runs, -its.capacity);
      programme.set(empty, runs, -its.minimum);
    }
    for (std::size_t column = 0; column < all.size(); ++column) {
      if (all[column].session != session) continue;
      programme.set(full, static_cast<int>(column), 1);
      if (empty >= 0) programme.set(empty, static_cast<int>(column), 1);
    }
  }
}

void add_people(Instance const& instance, std::vector<Held> const& all, double per_person, Programme& programme) {
  for (std::size_t first = 0; first < all.size();) {
    auto const& person = instance.people[at(all[first].person)];
    auto last = first;
    while (last < all.size() && all[last].person == all[first].person) ++last;
    int const sessions = programme.add_row(-1e30, person.max_sessions);
    int const shadowings = programme.add_row(-1e30, person.max_shadowings);
    int const something = programme.add_row(-1e30, 0);
    programme.set(something, programme.add_column(per_person), 1);
    for (auto one = first; one < last; ++one) {
      auto const& session = instance.sessions[at(all[one].session)];
      programme.set(sessions, static_cast<int>(one), 1);
      if (session.kind == Kind::shadowing) programme.set(shadowings, static_cast<int>(one), 1);
      programme.set(something, static_cast<int>(one), -1);
      for (auto other = first; other < one; ++other) {
        if (!clash(instance, session, instance.sessions[at(all[other].session)])) continue;
        int const either = programme.add_row(-1e30, 1);
        programme.set(either, static_cast<int>(one), 1);
        programme.set(either, static_cast<int>(other), 1);
      }
    }
    first = last;
  }
}

void add_together(Instance const& instance, std::vector<Held> const& all, Programme& programme) {
  std::map<std::pair<int, int>, int> columns;
  for (std::size_t column = 0; column < all.size(); ++column)
    columns[{all[column].person, all[column].session}] = static_cast<int>(column);
  for (auto const& [key, column] : columns) {
    if (instance.sessions[at(key.second)].kind != Kind::workshop) continue;
    for (int const other : instance.people[at(key.first)].with) {
      auto const theirs = columns.find({other, key.second});
      int const same = programme.add_row(0, 0);
      programme.set(same, column, 1);
      if (theirs != columns.end()) programme.set(same, theirs->second, -1);
    }
  }
}

}  // namespace

ByCbc solve_by_cbc(Instance const& instance) {
  auto const begin = std::chrono::steady_clock::now();
  auto const all = all_held(instance);
  Amount most = one;
  std::map<int, Amount> of_person;
  for (auto const& held : all) of_person[held.person] += held.value;
  for (auto const& [person, value] : of_person) most = std::max(most, value);
  Programme programme;
  for (auto const& held : all) programme.add_column(static_cast<double>(held.value) / one);
  add_sessions(instance, all, programme);
  // One person with nothing outweighs what a chain of a few people could win by it; the tests look at people apart.
  add_people(instance, all, 4.0 * static_cast<double>(most) / one, programme);
  add_together(instance, all, programme);
  auto const [solution, proven] = programme.solve();
  ByCbc by{.proven = proven};
  std::vector<char> placed(instance.people.size());
  for (std::size_t column = 0; column < all.size(); ++column) {
    if (solution[column] < 0.5) continue;
    by.best.value += all[column].value;
    by.best.people += std::exchange(placed[at(all[column].person)], 1) == 0 ? 1 : 0;
  }
  by.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return by;
}

}  // namespace lenig::assign
