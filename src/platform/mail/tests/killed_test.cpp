// Letters leave over a real mail server, and the sender is killed while they do: none is lost, and only what was being
// sent comes twice, with the same Message-ID.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "platform/mail/bounce.hpp"
#include "platform/mail/letter.hpp"
#include "platform/mail/mail.hpp"
#include "tests/support/database.hpp"
#include "tests/support/node.hpp"

namespace lenig::mail {
namespace {

using namespace std::chrono_literals;

constexpr int letters = 400;
constexpr int most_rounds = 100;

/// What the mail server took: over which connection, to whom, and under which id.
struct Taken {
  std::string connection;
  std::string from;
  std::string to;
  std::string id;
};

class RealServer : public ::testing::Test {
 protected:
  RealServer() : server_("tests/support/smtp_server.mjs", {log_}) {}
  ~RealServer() override { std::filesystem::remove(log_); }

  void queue_all(std::vector<Message> const& messages) {
    database->write(db::every_board, [&](db::Transaction& tx) { queue(tx, messages); });
  }
  Post post() const {
    return {.smtp_url = "smtp://127.0.0.1:" + std::to_string(server_.port()), .returns = "lenig+{}@school.example"};
  }
  std::vector<Taken> taken() const {
    std::vector<Taken> all;
    std::ifstream lines(log_);
    for (std::string line; std::getline(lines, line) && !lines.eof();) {  // the server may be writing the last one
      auto const read = boost::json::parse(line).as_object();
      auto const text = [&](char const* name) { return std::string(read.at(name).as_string()); };
      all.push_back({text("connection"), text("from"), text("to"), text("id")});
    }
    return all;
  }

  std::unique_ptr<db::Database> database = tests::fresh_database();

 private:
  std::string const log_ = std::filesystem::temp_directory_path() / ("lenig-smtp-" + base::new_uuid());
  tests::NodeServer const server_;
};

TEST_F(RealServer, takes_letters_over_few_connections_and_in_the_order_of_each_address) {
  std::vector<Message> many;
  for (int i = 0; i < 300; ++i)
    many.push_back({.to = "p" + std::to_string(i % 30) + "@school.example", .subject = "Één", .text = "x"});
  queue_all(many);
  EXPECT_EQ(deliver(*database, post(), base::Instant::now().plus(1s)).sent, 300);
  std::set<std::string> connections;
  std::map<std::string, std::string> last;  // ids sort by their making
  for (auto const& one : taken()) {
    connections.insert(one.connection);
    EXPECT_LT(last[one.to], one.id) << one.to;
    last[one.to] = one.id;
    auto const point = one.id.find('.');
    EXPECT_EQ(one.from, "lenig+" + one.id.substr(point + 1, 32) + "@school.example");
  }
  EXPECT_EQ(last.size(), 30U);
  EXPECT_LE(connections.size(), 4U);
}

TEST_F(RealServer, holds_up_nobody_for_an_address_that_it_refuses) {
  base::BoardId const board("01900000-0000-7000-8000-00000000000b");
  std::vector<Message> many;
  for (char const* const to : {"nobody@a.example", "later@a.example", "broken@a.example"})
    many.push_back({.to = to, .subject = "Eerst", .text = "x", .board = board});
  for (int i = 0; i < 50; ++i)
    many.push_back({.to = "p" + std::to_string(i) + "@a.example", .subject = "Dan", .text = "x"});
  queue_all(many);
  EXPECT_EQ(deliver(*database, post(), base::Instant::now().plus(1s)).sent, 50);
  EXPECT_EQ(taken().size(), 50U);
  auto const marked = [&](char const* address) {
    return database->read(db::every_board, [&](db::Reading& reading) { return bounce_of(reading, board, address); });
  };
  ASSERT_TRUE(marked("nobody@a.example"));
  EXPECT_EQ(marked("nobody@a.example")->status, "5.1.1");
  EXPECT_FALSE(marked("later@a.example"));
  EXPECT_FALSE(marked("broken@a.example"));
}

/// Whatever happens, it goes on with nothing else of the tests.
[[noreturn]] void send_for_ever(db::Place const& place, Post const& post) {
  try {
    db::Database database(place);
    for (;;) deliver(database, post, base::Instant::now().plus(1s));
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
  }
  ::_exit(1);
}

/// The sender in a process of its own, killed some time after its first letter has left.
void send_until_killed(db::Place const& place, Post const& post, std::function<bool()> const& has_begun,
                       std::chrono::milliseconds after) {
  auto const child = ::fork();
  if (child == 0) send_for_ever(place, post);
  for (int i = 0; i < 10'000 && !has_begun(); ++i) std::this_thread::sleep_for(3ms);
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself";
}

/// The five minutes pass after which somebody else may take what the killed one had taken.
db::Query const time_passes{"test/time_passes", "update mail_message set due_at = queued_at where sent_at is null", {}};
db::Query const left{"test/left", "select count(*) from mail_message where sent_at is null", {}};
db::Query const tokens{"test/tokens", "select id || '.' || token from mail_message", {}};

/// Whether this came again only because it was the last that its connection had taken when the sender was killed.
bool were_in_flight(std::vector<Taken> const& all) {
  std::map<std::string, std::string> last_of;  // of each connection
  for (auto const& one : all) last_of[one.connection] = one.id;
  std::map<std::string, std::vector<std::string>> times;
  for (auto const& one : all) times[one.id].push_back(one.connection);
  for (auto const& [id, connections] : times) {
    for (std::size_t i = 0; i + 1 < connections.size(); ++i) {
      if (last_of.at(connections[i]) != id) return false;
    }
  }
  return true;
}

TEST_F(RealServer, gets_twice_only_what_was_being_sent_when_the_sender_was_killed) {
  std::vector<Message> many;
  for (int i = 0; i < letters; ++i)
    many.push_back({.to = "p" + std::to_string(i) + "@school.example", .subject = "Uitnodiging", .text = "x"});
  queue_all(many);
  auto const place = database->place();
  auto const count = [&](db::Query const& query) {
    return database->read(db::every_board, [&](db::Reading& reading) { return reading.one<int>(query).value(); });
  };
  std::mt19937 random(4711);
  std::uniform_int_distribution<int> moment(0, 150);
  int kills = 0;
  while (count(left) > 0 && kills < most_rounds) {
    auto const before = taken().size();
    send_until_killed(
        place, post(), [&] { return taken().size() > before; }, std::chrono::milliseconds{moment(random)});
    ++kills;
    database->write(db::every_board, [](db::Transaction& tx) { tx.run(time_passes); });
  }
  ASSERT_EQ(count(left), 0) << "not all left in " << kills << " rounds";
  auto const all = taken();
  std::set<std::string> ids;
  for (auto const& one : all) ids.insert(one.id);
  auto const known =
      database->read(db::every_board, [](db::Reading& reading) { return reading.all<std::string>(tokens); });
  ASSERT_EQ(ids.size(), known.size()) << "a letter came under two ids, or not at all";
  for (auto const& one : known) EXPECT_TRUE(ids.contains(one + "@localhost")) << one;
  EXPECT_TRUE(were_in_flight(all)) << "something came twice that had left long before";
  EXPECT_GE(kills, 2) << "it was killed while it sent";
}

}  // namespace
}  // namespace lenig::mail
