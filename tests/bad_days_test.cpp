// What the surroundings can do to the program: it says what is wrong, loses nothing, and goes on when they are well.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "platform/db/connection.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

/// No file of this process may grow beyond a size: to SQLite a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t most) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit const full{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &full);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(FullDisk const&) = delete;
  FullDisk& operator=(FullDisk const&) = delete;

 private:
  rlimit before_{};
};

/// Stands between the program and its PostgreSQL, and can be taken away and put back.
class Wire {
 public:
  explicit Wire(std::uint16_t server) : server_(server) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = at(0);
    socklen_t length = sizeof address;
    if (::bind(listener_, as_any(address), length) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, as_any(address), &length) != 0) {
      throw std::runtime_error("no wire");
    }
    port = ntohs(address.sin_port);
    carrier_ = std::jthread([this](std::stop_token const& stop) { carry(stop); });
  }
  ~Wire() {
    carrier_.request_stop();
    carrier_.join();
    cut_all();
    ::close(listener_);
  }
  Wire(Wire const&) = delete;
  Wire& operator=(Wire const&) = delete;

  /// From now on every connection breaks, the new ones at once.
  void cut() { is_cut_ = true; }
  void mend() { is_cut_ = false; }

  std::uint16_t port = 0;

 private:
  static sockaddr_in at(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }
  static sockaddr* as_any(sockaddr_in& address) { return reinterpret_cast<sockaddr*>(&address); }

  void carry(std::stop_token const& stop) {
    while (!stop.stop_requested()) {
      if (is_cut_) cut_all();
      std::vector<pollfd> ends{{listener_, POLLIN, 0}};
      for (auto const& [from, to] : pairs_) ends.push_back({from, POLLIN, 0});
      ::poll(ends.data(), ends.size(), 10);
      if (ends[0].revents != 0) take();
      for (std::size_t i = 1; i < ends.size(); ++i) {
        if (ends[i].revents != 0) pass(ends[i].fd);
      }
    }
  }

  void take() {
    int const here = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    int const there = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto server = at(server_);
    if (is_cut_ || there < 0 || ::connect(there, as_any(server), sizeof server) != 0) {
      ::close(here);
      ::close(there);
      return;
    }
    pairs_[here] = there;
    pairs_[there] = here;
  }

  void pass(int from) {
    auto const pair = pairs_.find(from);
    if (pair == pairs_.end()) return;
    char bytes[16384];
    auto const count = ::read(from, bytes, sizeof bytes);
    if (count > 0 && ::write(pair->second, bytes, static_cast<std::size_t>(count)) == count) return;
    int const to = pair->second;
    for (int const end : {from, to}) {
      pairs_.erase(end);
      ::close(end);
    }
  }

  void cut_all() {
    for (auto const& [from, to] : pairs_) ::close(from);
    pairs_.clear();
  }

  std::uint16_t server_;
  int listener_ = -1;
  std::map<int, int> pairs_;
  std::atomic<bool> is_cut_ = false;
  std::jthread carrier_;
};

/// The number behind the last colon of postgresql://user:password@host:port/name.
std::uint16_t port_of(std::string const& url) {
  return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

std::string questions(Case& in) {
  return in.value("select cast(count(*) as text) from programme_question where question = 'Past dit er nog bij?'");
}

}  // namespace

TEST(FullDisk, is_told_of_and_the_form_can_be_sent_again_when_there_is_room) {
  if (on_postgresql()) GTEST_SKIP() << "there the disk is the server's";
  Case in;
  auto teacher = in.as("teacher");
  auto const path = "/programma/deelname/" + in.participation("Houwingaham") + "/vragen";
  teacher.get(path + "/nieuw");
  teacher.keep_once = true;
  {
    FullDisk const full(1024);
    auto const refused = teacher.post(path, {{"question", "Past dit er nog bij?"}});
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.says("even niet bereikbaar"));
  }
  EXPECT_EQ(questions(in), "0") << "nothing half";
  EXPECT_EQ(teacher.post(path, {{"question", "Past dit er nog bij?"}}).status, 303) << "the same form, sent again";
  EXPECT_EQ(questions(in), "1");
}

TEST(DatabaseServer, that_is_away_is_told_of_and_nothing_is_lost_when_it_is_back) {
  if (!on_postgresql()) GTEST_SKIP() << "SQLite is no server";
  Case in;
  auto settings = in.application().settings();
  auto& url = settings.place.postgresql_url;
  auto const server = port_of(url);
  Wire wire(server);
  url.replace(url.rfind(':') + 1, std::to_string(server).size(), std::to_string(wire.port));
  app::Application application(settings);
  Browser teacher(application);
  teacher.sign_in(in.email_of("teacher"), in.password_of("teacher"));
  auto const path = "/programma/deelname/" + in.participation("Houwingaham") + "/vragen";
  teacher.get(path + "/nieuw");
  teacher.keep_once = true;

  wire.cut();
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  auto const refused = teacher.post(path, {{"question", "Past dit er nog bij?"}});
  EXPECT_EQ(refused.status, 503);
  EXPECT_TRUE(refused.says("even niet bereikbaar"));
  EXPECT_EQ(teacher.get("/").status, 503);
  EXPECT_EQ(questions(in), "0");

  wire.mend();
  EXPECT_EQ(teacher.get("/").status, 200) << "at once, though every connection of the pool is broken";
  EXPECT_EQ(teacher.post(path, {{"question", "Past dit er nog bij?"}}).status, 303) << "the same form, sent again";
  EXPECT_EQ(questions(in), "1");
}

TEST(DatabaseServer, that_started_anew_is_not_noticed) {
  if (!on_postgresql()) GTEST_SKIP() << "SQLite is no server";
  Case in;
  auto teacher = in.as("teacher");
  teacher.get("/");
  static db::Query const end_others{"test/end_others",
                                    "select count(pg_terminate_backend(pid)) from pg_stat_activity "
                                    "where usename = current_user and pid <> pg_backend_pid()",
                                    {}};
  long long ended = 0;
  db::Connection::postgresql(in.application().settings().place.postgresql_url)
      ->execute(end_others, {}, {db::Kind::integer}, {}, [&](auto columns) { ended = columns[0].integer; });
  EXPECT_GT(ended, 0);
  EXPECT_EQ(teacher.get("/").status, 200);
}

TEST(MailServer, that_is_away_keeps_letters_waiting_until_it_is_back) {
  Case in;
  auto& database = in.database();
  database.write(db::every_board,
                 [](db::Transaction& tx) { mail::queue(tx, {"femke@school.example", "Welkom", "Dag Femke"}); });
  mail::Post const away{.smtp_url = "smtp://127.0.0.1:1"};
  auto const now = base::Instant::now();
  EXPECT_GE(jobs::run_due(database, mail::works(away), now.plus(std::chrono::seconds{1})), 1);
  EXPECT_EQ(in.value("select cast(count(*) as text) from mail_message where recipient = 'femke@school.example' and "
                     "sent_at is null"),
            "1");
  EXPECT_EQ(jobs::run_due(database, mail::works(away), now.plus(std::chrono::seconds{2})), 0) << "it waits first";
  EXPECT_GE(jobs::run_due(database, mail::works(away), now.plus(std::chrono::minutes{5})), 1) << "and then tries again";
}

}  // namespace lenig::tests
