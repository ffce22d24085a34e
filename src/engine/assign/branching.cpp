#include "engine/assign/branching.hpp"

#include <algorithm>
#include <cmath>

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The nearest to a half are tried.
constexpr std::size_t most_tried = 16;
/// What is whole but for so much is whole: limits are a little wider in the linear programme.
constexpr double nearly = 0.02;

std::vector<Open> about_sessions(Model const& model, Case const& now, std::vector<Share> const& shares) {
  std::vector<double> load(at(model.sessions()));
  for (auto const& share : shares) {
    for (int const item : share.bundle) {
      auto const& one = model.items(model.units()[at(share.unit)])[at(item)];
      load[at(one.session)] += share.x * one.seats;
    }
  }
  std::vector<Open> open;
  for (int session = 0; session < model.sessions(); ++session) {
    auto const minimum = model.minimum(session);
    auto const distance = std::min(load[at(session)], minimum - load[at(session)]);
    if (now.of(session) == Running::undecided && distance > nearly)
      open.push_back({{.session = session}, load[at(session)] / minimum, distance});
  }
  return open;
}

std::vector<Open> about_units(Model const& model, std::vector<Share> const& shares) {
  std::vector<Open> open;
  for (std::size_t first = 0; first < shares.size();) {
    int const unit = shares[first].unit;
    auto const items = model.items(model.units()[at(unit)]);
    std::vector<double> held(items.size());
    for (; first < shares.size() && shares[first].unit == unit; ++first) {
      for (int const item : shares[first].bundle) held[at(item)] += shares[first].x;
    }
    for (std::size_t item = 0; item < items.size(); ++item) {
      auto const distance = std::min(held[item], 1 - held[item]);
      if (distance > nearly)
        open.push_back({{items[item].session, unit, static_cast<int>(item)}, held[item], distance});
    }
  }
  return open;
}

}  // namespace

Case answered(Case now, Question const& question, bool yes) {
  if (question.unit < 0) now.running[at(question.session)] = yes ? Running::runs : Running::cancelled;
  if (question.unit >= 0) now.hold(question.unit, question.item, yes);
  return now;
}

std::vector<Open> open_questions(Model const& model, Case const& now, std::vector<Share> const& shares) {
  auto open = about_sessions(model, now, shares);
  return open.empty() ? about_units(model, shares) : open;
}

Question costliest(std::vector<Open> open, Case const& now, double to_lose, Relaxation& relaxation) {
  std::ranges::stable_sort(open, std::greater{}, &Open::distance);
  open.resize(std::min(open.size(), most_tried));
  relaxation.go_back();
  auto const value = relaxation.value();
  auto const cost = [&](Question const& question, bool yes) {
    relaxation.go_back();
    return std::clamp(value - relaxation.guess(answered(now, question, yes)), 0.1, to_lose);
  };
  Question chosen;
  double most = 0;
  for (auto const& one : open) {
    auto const both = cost(one.question, false) * cost(one.question, true);
    if (both <= most) continue;
    most = both;
    chosen = one.question;
    if (most >= to_lose * to_lose) break;
  }
  return chosen;
}

}  // namespace lenig::assign
