#include "engine/measure/tests/attacker.hpp"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

namespace lenig::measure::tests {

namespace {

constexpr double slip = 1e-5;

using Set = std::vector<int>;  // of atoms, sorted

/// A linear program over atoms: bounds of each, bounds of sums.
class Program {
 public:
  explicit Program(std::size_t atoms) : program_(glp_create_prob(), glp_delete_prob) {
    glp_add_cols(program_.get(), static_cast<int>(atoms));
    glp_init_smcp(&how_);
    how_.msg_lev = GLP_MSG_OFF;
  }

  void bound(int atom, double low, double high) {
    glp_set_col_bnds(program_.get(), atom + 1, low == high ? GLP_FX : std::isinf(high) ? GLP_LO : GLP_DB, low, high);
  }

  void add(Set const& atoms, double low, double high) {
    int const row = glp_add_rows(program_.get(), 1);
    std::vector<int> columns{0};
    std::vector<double> ones{0};
    for (int const atom : atoms) {
      columns.push_back(atom + 1);
      ones.push_back(1);
    }
    glp_set_mat_row(program_.get(), row, static_cast<int>(atoms.size()), columns.data(), ones.data());
    glp_set_row_bnds(program_.get(), row, low == high ? GLP_FX : GLP_DB, low, high);
  }

  double least(Set const& atoms) { return end(atoms, GLP_MIN); }
  double most(Set const& atoms) { return end(atoms, GLP_MAX); }

 private:
  double end(Set const& atoms, int direction) {
    for (int column = 1; column <= glp_get_num_cols(program_.get()); ++column)
      glp_set_obj_coef(program_.get(), column, 0);
    for (int const atom : atoms) glp_set_obj_coef(program_.get(), atom + 1, 1);
    glp_set_obj_dir(program_.get(), direction);
    if (glp_simplex(program_.get(), &how_) != 0) {
      glp_std_basis(program_.get());
      glp_simplex(program_.get(), &how_);
    }
    if (glp_get_status(program_.get()) == GLP_UNBND) return direction == GLP_MAX ? INFINITY : -INFINITY;
    return glp_get_obj_val(program_.get());
  }

  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> program_;
  glp_smcp how_{};
};

/// All that was told, and the atoms: people whom no question, answered or not, tells apart.
class Knowledge {
 public:
  Knowledge(History const& history, std::vector<Told const*> const& told) : telling_(history.telling), told_(told) {
    std::vector<std::set<std::size_t>> asked_of(history.people);
    for (std::size_t at = 0; at < told.size(); ++at) {
      for (auto const point : told[at]->question.points) asked_of[point].insert(at);
    }
    std::map<std::set<std::size_t>, int> atoms;
    std::vector<int> atom_of(history.people, -1);
    for (std::size_t point = 0; point < history.people; ++point) {
      if (asked_of[point].empty()) continue;
      auto const [found, fresh] = atoms.emplace(asked_of[point], static_cast<int>(atoms.size()));
      if (fresh) people_.push_back(0);
      atom_of[point] = found->second;
      ++people_[static_cast<std::size_t>(found->second)];
    }
    for (auto const* const one : told) {
      std::set<int> set;
      for (auto const point : one->question.points) set.insert(atom_of[point]);
      sets_.emplace_back(set.begin(), set.end());
    }
  }

  std::vector<std::string> finds() const {
    std::vector<std::string> found;
    count(found);
    if (found.empty()) eliminate(found);
    std::set<std::uint32_t> rounds;
    for (auto const* const one : told_) rounds.insert(one->question.round);
    for (auto const round : rounds) {
      if (found.empty()) read_answers(found, round);
    }
    return found;
  }

 private:
  double people(Set const& atoms) const {
    double sum = 0;
    for (int const atom : atoms) sum += people_[static_cast<std::size_t>(atom)];
    return sum;
  }
  bool is_small(Set const& atoms) const { return !atoms.empty() && people(atoms) < telling_.least; }

  /// Groups worth knowing: atoms, what was withheld, and what two answers differ by or share.
  std::set<Set> small_groups() const {
    std::set<Set> groups;
    for (int atom = 0; atom < static_cast<int>(people_.size()); ++atom) groups.insert({atom});
    for (std::size_t first = 0; first < told_.size(); ++first) {
      groups.insert(sets_[first]);
      if (!told_[first]->answer.people) continue;
      for (std::size_t second = 0; second < told_.size(); ++second) {
        if (!told_[second]->answer.people) continue;
        Set both;
        Set only;
        std::ranges::set_intersection(sets_[first], sets_[second], std::back_inserter(both));
        std::ranges::set_difference(sets_[first], sets_[second], std::back_inserter(only));
        groups.insert(std::move(both));
        groups.insert(std::move(only));
      }
    }
    std::erase_if(groups, [&](Set const& group) { return !is_small(group); });
    return groups;
  }

  /// How many people can be in a small group?
  void count(std::vector<std::string>& found) const {
    Program program(people_.size());
    for (int atom = 0; atom < static_cast<int>(people_.size()); ++atom) program.bound(atom, 0, INFINITY);
    for (std::size_t at = 0; at < told_.size(); ++at) {
      if (told_[at]->answer.people) program.add(sets_[at], *told_[at]->answer.people, *told_[at]->answer.people);
    }
    for (auto const& group : small_groups()) {
      if (!found.empty()) return;
      double const low = program.least(group);
      double const high = program.most(group);
      if (high - low < telling_.least - slip)
        found.push_back("a group of " + std::to_string(people(group)) + " holds " + std::to_string(low) + " to " +
                        std::to_string(high));
    }
  }

  /// Does adding and subtracting what was told leave a small group, or two such remainders together?
  void eliminate(std::vector<std::string>& found) const {
    auto const rows = reduced();
    auto const look = [&](std::vector<double> const& row) {
      Set group;
      for (std::size_t atom = 0; atom < row.size(); ++atom) {
        if (std::abs(row[atom]) < slip) continue;
        if (std::abs(row[atom] - 1) > slip) return;
        group.push_back(static_cast<int>(atom));
      }
      if (is_small(group)) found.push_back("elimination leaves a group of " + std::to_string(people(group)));
    };
    for (std::size_t first = 0; first < rows.size(); ++first) {
      look(rows[first]);
      for (std::size_t second = 0; second < rows.size(); ++second) {
        if (second == first) continue;
        std::vector<double> difference = rows[first];
        std::vector<double> sum = rows[first];
        for (std::size_t atom = 0; atom < sum.size(); ++atom) {
          difference[atom] -= rows[second][atom];
          sum[atom] += rows[second][atom];
        }
        look(difference);
        if (second > first) look(sum);
      }
    }
  }

  /// Reduced row echelon form of what was told of numbers of people.
  std::vector<std::vector<double>> reduced() const {
    std::vector<std::vector<double>> rows;
    for (std::size_t at = 0; at < told_.size(); ++at) {
      if (!told_[at]->answer.people) continue;
      auto& row = rows.emplace_back(people_.size());
      for (int const atom : sets_[at]) row[static_cast<std::size_t>(atom)] = 1;
    }
    std::size_t rank = 0;
    for (std::size_t column = 0; column < people_.size() && rank < rows.size(); ++column) {
      auto const pivot = std::max_element(
          rows.begin() + static_cast<std::ptrdiff_t>(rank), rows.end(),
          [&](auto const& one, auto const& other) { return std::abs(one[column]) < std::abs(other[column]); });
      if (std::abs((*pivot)[column]) < slip) continue;
      std::iter_swap(pivot, rows.begin() + static_cast<std::ptrdiff_t>(rank));
      double const scale = rows[rank][column];
      for (auto& value : rows[rank]) value /= scale;
      for (std::size_t other = 0; other < rows.size(); ++other) {
        double const factor = other == rank ? 0 : rows[other][column];
        if (std::abs(factor) < slip) continue;
        for (std::size_t at = 0; at < people_.size(); ++at) rows[other][at] -= factor * rows[rank][at];
      }
      ++rank;
    }
    rows.resize(rank);
    return rows;
  }

  /// Knowing who is where: what can a small group have answered, and was a larger one of one mind?
  void read_answers(std::vector<std::string>& found, std::uint32_t round) const {
    Program program(people_.size());
    std::map<std::set<std::size_t>, Set> classes;
    std::vector<std::set<std::size_t>> told_of(people_.size());
    for (int atom = 0; atom < static_cast<int>(people_.size()); ++atom) {
      double const count = people_[static_cast<std::size_t>(atom)];
      program.bound(atom, count * telling_.lowest, count * telling_.highest);
    }
    for (std::size_t at = 0; at < told_.size(); ++at) {
      auto const& mean = told_[at]->answer.mean;
      if (!mean || told_[at]->question.round != round) continue;
      double const count = told_[at]->people;
      program.add(sets_[at], mean->tells.low * count, mean->tells.high * count);
      for (int const atom : sets_[at]) told_of[static_cast<std::size_t>(atom)].insert(at);
    }
    for (int atom = 0; atom < static_cast<int>(people_.size()); ++atom) {
      auto const& of = told_of[static_cast<std::size_t>(atom)];
      if (of.empty()) continue;
      classes[of].push_back(atom);
      if (is_small({atom}) && program.most({atom}) - program.least({atom}) < telling_.highest - telling_.lowest - slip)
        found.emplace_back("the answers of a small group are known within less than those of one can differ");
    }
    for (auto const& [of, atoms] : classes) {
      double const count = people(atoms);
      double const away = std::min<double>(telling_.least, count * (telling_.highest - telling_.lowest)) - slip;
      if (count * telling_.highest - program.least(atoms) < away ||
          program.most(atoms) - count * telling_.lowest < away)
        found.emplace_back("a group of " + std::to_string(count) + " is known to be of one mind, or nearly");
    }
  }

  Telling telling_;
  std::vector<Told const*> told_;
  std::vector<double> people_;  // of each atom
  std::vector<Set> sets_;       // of each question
};

std::vector<Told const*> all_of(History const& history) {
  std::vector<Told const*> all;
  for (auto const& one : history.told) all.push_back(&one);
  return all;
}

}  // namespace

Attacker::Attacker(History const& history) : history_(&history) {}

std::vector<std::string> Attacker::finds() const { return Knowledge(*history_, all_of(*history_)).finds(); }

std::vector<std::string> Attacker::finds_with(Told const& more) const {
  auto all = all_of(*history_);
  auto full = more;
  double sum = 0;
  for (double const one : more.question.sums) sum += one;
  full.answer = {
      .people = more.people, .mean = told(sum / more.people, more.people, history_->telling), .withheld = {}};
  all.push_back(&full);
  return Knowledge(*history_, all).finds();
}

}  // namespace lenig::measure::tests
