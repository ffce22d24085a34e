#include <spdlog/spdlog.h>

#include <atomic>
#include <set>
#include <thread>

#include "platform/mail/digest.hpp"
#include "platform/mail/letter.hpp"
#include "platform/mail/outgoing.hpp"
#include "platform/mail/transport.hpp"

namespace lenig::mail {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t lanes = 4;
constexpr int letters_at_once = 200;
// A lane begins no letter later than this, and a letter takes a minute at most: nobody else takes it before.
constexpr auto begins_within = 2min;
constexpr auto claimed_for = 5min;
// So that other jobs get their turn.
constexpr auto one_run = 30s;

/// One connection, and the letters of its addresses in their order.
struct Lane {
  Send send;
  std::vector<Outgoing> letters;
  std::vector<std::string> untried;
  int sent = 0;
  std::string away;  // why the server is
};

Delivery attempt(Post const& post, Lane const& lane, Outgoing const& letter) {
  std::string mime;
  try {
    mime = as_mime(post, letter);
  } catch (std::exception const& fault) {  // the others are not to wait for what can't be written
    return {Outcome::refused_for_good, "5.6.0", fault.what()};
  }
  return lane.send(return_address(post, letter.token), letter.recipient, mime);
}

/// What happens to one letter; whether later ones to the same address may follow.
bool send_one(db::Database& database, Post const& post, Lane& lane, Outgoing const& letter, base::Instant now) {
  auto const done = attempt(post, lane, letter);
  switch (done.outcome) {
    case Outcome::taken:
      mark_sent(database, letter);
      ++lane.sent;
      return true;
    case Outcome::refused_for_now:
      spdlog::warn("letter {} waits: {}", letter.id, done.reason);
      postpone(database, letter, now, done.status, done.reason);
      return false;
    case Outcome::refused_for_good:
      spdlog::warn("letter {} is given up: {}", letter.id, done.reason);
      give_up(database, letter, now, done.status, done.reason);
      return true;
    case Outcome::away:
      lane.away = done.reason;
      lane.untried.push_back(letter.id);
      return false;
  }
  return false;
}

void run(db::Database& database, Post const& post, Lane& lane, base::Instant now) {
  std::set<std::string> waiting;  // addresses
  auto const last = Clock::now() + begins_within;
  for (auto const& letter : lane.letters) {
    if (!lane.away.empty() || waiting.contains(letter.address) || Clock::now() > last) {
      lane.untried.push_back(letter.id);
    } else if (!send_one(database, post, lane, letter, now)) {
      waiting.insert(letter.address);
    }
  }
}

/// Every address has its lane, so that its letters stay in order.
void spread(std::vector<Outgoing> letters, std::vector<Lane>& over) {
  for (auto& lane : over) lane.letters.clear();
  for (auto& letter : letters) {
    auto const lane = std::hash<std::string>{}(letter.address) % over.size();
    over[lane].letters.push_back(std::move(letter));
  }
}

void run_side_by_side(db::Database& database, Post const& post, std::vector<Lane>& all, base::Instant now) {
  std::vector<std::exception_ptr> broken(all.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].letters.empty()) continue;
      threads.emplace_back([&, i] {
        try {
          run(database, post, all[i], now);
        } catch (...) {
          broken[i] = std::current_exception();
        }
      });
    }
  }
  for (auto const& one : broken) {
    if (one) std::rethrow_exception(one);
  }
}

/// Gives back what was not tried, and counts what left. Throws when the server is away.
int collect(db::Database& database, std::vector<Lane>& all, base::Instant now) {
  int sent = 0;
  std::string away;
  for (auto& lane : all) {
    release(database, std::exchange(lane.untried, {}), now);
    sent += std::exchange(lane.sent, 0);
    if (!lane.away.empty()) away = lane.away;
  }
  if (!away.empty()) throw std::runtime_error("the mail server is away: " + away);
  return sent;
}

}  // namespace

Delivered deliver(db::Database& database, Post const& post, base::Instant now) {
  if (post.smtp_url.empty()) return {};
  gather(database, now);
  std::vector<Lane> all(lanes);
  for (auto& lane : all) lane.send = transport().connect({post.smtp_url, post.user, post.password});
  Delivered delivered;
  for (auto const last = Clock::now() + one_run; Clock::now() < last;) {
    auto letters = claim(database, now, now.plus(claimed_for), letters_at_once);
    if (letters.empty()) return delivered;
    spread(std::move(letters), all);
    run_side_by_side(database, post, all, now);
    delivered.sent += collect(database, all, now);
  }
  delivered.more = true;
  return delivered;
}

}  // namespace lenig::mail
