#include "app/settings.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "app/tests/folder.hpp"

namespace lenig::app {

namespace {

/// A variable of the environment for as long as a test lasts.
class Variable {
 public:
  Variable(char const* name, char const* value) : name_(name) { ::setenv(name, value, 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(Variable const&) = delete;
  Variable& operator=(Variable const&) = delete;

 private:
  char const* name_;
};

class SettingsFile : public ::testing::Test {
 protected:
  ReadSettings read(std::string const& toml, std::optional<int> port = {}, std::optional<std::string> today = {}) {
    std::ofstream(folder.path() / "lenig.toml") << toml;
    return read_settings({.directory = folder.path(), .port = port, .today = std::move(today)});
  }
  /// The settings that a text is refused for.
  std::vector<std::string> faults(std::string const& toml) {
    std::vector<std::string> names;
    for (auto const& fault : read(toml).faults) {
      EXPECT_FALSE(fault.message.empty());
      names.push_back(fault.setting);
    }
    return names;
  }

  tests::Folder folder;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(SettingsFile, may_be_absent) {
  auto const found = read_settings({.directory = folder.path()});
  EXPECT_TRUE(found.faults.empty());
  EXPECT_EQ(found.settings.listen.port, 8080);
  EXPECT_EQ(found.settings.place.sqlite_file, (folder.path() / "lenig.sqlite").string());
  EXPECT_FALSE(found.settings.today);
  EXPECT_FALSE(found.settings.behind_https());
}

TEST_F(SettingsFile, sets_everything) {
  auto const found = read(R"(
address = "https://lenig.school.example/"
[listen]
host = "0.0.0.0"
port = 9000
threads = 8
behind_proxy = true
[database]
postgresql = "postgresql://lenig_app@db/lenig"
owner = "postgresql://lenig_owner@db/lenig"
[mail]
smtp = "smtps://mail.school.example:465"
user = "lenig"
password = "geheim"
from = "lenig@school.example"
)");
  EXPECT_TRUE(found.faults.empty());
  auto const& settings = found.settings;
  EXPECT_EQ(settings.address, "https://lenig.school.example");
  EXPECT_TRUE(settings.behind_https());
  EXPECT_EQ(settings.listen.host, "0.0.0.0");
  EXPECT_EQ(settings.listen.port, 9000);
  EXPECT_EQ(settings.listen.worker_threads, 8);
  EXPECT_GE(settings.place.readers, 8);
  EXPECT_TRUE(settings.listen.behind_proxy);
  EXPECT_EQ(settings.place.postgresql_url, "postgresql://lenig_app@db/lenig");
  EXPECT_EQ(settings.place.owner_url, "postgresql://lenig_owner@db/lenig");
  EXPECT_EQ(settings.place.sqlite_file, "");
  EXPECT_EQ(settings.post.smtp_url, "smtps://mail.school.example:465");
  EXPECT_EQ(settings.post.user, "lenig");
  EXPECT_EQ(settings.post.password, "geheim");
  EXPECT_EQ(settings.post.from, "lenig@school.example");
}

TEST_F(SettingsFile, gives_way_to_the_environment_and_that_to_the_command_line) {
  std::string const toml =
      "address = \"http://file.example\"\n[listen]\nport = 9000\n[mail]\nfrom = \"file@school.example\"\n";
  Variable const port("LENIG_LISTEN_PORT", "9001");
  Variable const from("LENIG_MAIL_FROM", "environment@school.example");
  auto const found = read(toml);
  EXPECT_TRUE(found.faults.empty());
  EXPECT_EQ(found.settings.listen.port, 9001);
  EXPECT_EQ(found.settings.post.from, "environment@school.example");
  EXPECT_EQ(found.settings.address, "http://file.example");
  EXPECT_EQ(read(toml, 9002).settings.listen.port, 9002);
}

TEST_F(SettingsFile, mends_a_bad_value_of_the_file_from_the_environment) {
  Variable const port("LENIG_LISTEN_PORT", "9001");
  EXPECT_TRUE(faults("[listen]\nport = \"many\"\n").empty());
}

TEST_F(SettingsFile, is_refused_for_a_setting_that_nobody_knows) {
  EXPECT_EQ(faults("adress = \"https://x.example\"\n"), Names{"adress"});
  EXPECT_EQ(faults("[listen]\nports = 1\n"), Names{"listen.ports"});
}

TEST_F(SettingsFile, is_refused_for_values_that_can_not_be_used) {
  EXPECT_EQ(faults("address = \"lenig.school.example\"\n"), Names{"address"});
  for (char const* const port : {"-1", "65536", "\"many\"", "\"\"", "80.5", "[80]"})
    EXPECT_EQ(faults("[listen]\nport = " + std::string(port) + "\n"), Names{"listen.port"}) << port;
  for (char const* const threads : {"0", "257", "\"x\"", "\"\""})
    EXPECT_EQ(faults("[listen]\nthreads = " + std::string(threads) + "\n"), Names{"listen.threads"}) << threads;
  EXPECT_EQ(faults("[listen]\nhost = \"\"\n"), Names{"listen.host"});
  EXPECT_EQ(faults("[listen]\nbehind_proxy = \"yes\"\n"), Names{"listen.behind_proxy"});
  EXPECT_EQ(faults("[mail]\nsmtp = \"mail.school.example\"\n"), Names{"mail.smtp"});
  EXPECT_EQ(faults("[mail]\nfrom = \"lenig\"\n"), Names{"mail.from"});
  EXPECT_EQ(faults("[mail]\nfrom = \"lenig\"\nsmtp = \"x\"\n").size(), 2U);  // all of them at once
}

TEST_F(SettingsFile, is_refused_with_the_line_that_is_no_toml) {
  auto const found = read("address = \"https://x.example\"\n[listen\nport = 1\n");
  ASSERT_EQ(found.faults.size(), 1U);
  EXPECT_EQ(found.faults[0].setting, "lenig.toml");
  EXPECT_NE(found.faults[0].message.find("line 2"), std::string::npos) << found.faults[0].message;
}

TEST_F(SettingsFile, leaves_the_day_of_the_domain_to_the_command_line) {
  EXPECT_EQ(read("", {}, "2004-04-15").settings.today, base::Date::parse("2004-04-15"));
  auto const bad = read("", 70'000, "2004-02-30");
  ASSERT_EQ(bad.faults.size(), 2U);
  EXPECT_EQ(bad.faults[0].setting, "--port");
  EXPECT_EQ(bad.faults[1].setting, "--today");
}

}  // namespace lenig::app
