// The command line as an administrator meets it: what it prints and how it exits, by the program itself.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/tests/folder.hpp"
#include "platform/access/relation.hpp"
#include "platform/base/text.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

struct Ran {
  int code = -1;
  std::string said;

  bool says(std::string_view text) const { return said.find(text) != std::string::npos; }
};

class CommandLine : public ::testing::Test {
 protected:
  Ran run(std::string const& arguments) {
    auto const program = (std::filesystem::canonical("/proc/self/exe").parent_path() / "lenig").string();
    auto const command =
        "cd " + folder.path().string() + " && " + environment + " " + program + " " + arguments + " 2>&1";
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no pipe");
    Ran ran;
    char buffer[4096];
    for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      ran.said.append(buffer, count);
    int const status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
  }
  std::string dir() const { return "--dir " + folder.path().string(); }
  void write(std::string const& name, std::string const& text) { std::ofstream(folder.path() / name) << text; }
  std::string read(std::string const& name) const {
    std::ostringstream text;
    text << std::ifstream(folder.path() / name).rdbuf();
    return text.str();
  }
  Ran import(std::string const& more = {}) {
    return run("import people people.csv --board 'Stichting Voorbeeld' --today 2026-07-28 " + dir() + more);
  }
  void found() {
    auto const founded = run(
        "board 'Stichting Voorbeeld' --for hr@school.example --given Ineke --family Bos --today 2026-07-01 " + dir());
    ASSERT_EQ(founded.code, 0) << founded.said;
  }

  Folder folder;
  db::Place const place = fresh_place();
  std::string const environment = on_postgresql() ? "LENIG_DATABASE_POSTGRESQL='" + place.postgresql_url +
                                                        "' LENIG_DATABASE_OWNER='" + place.owner_url + "'"
                                                  : "";
};

constexpr char const* head = "email;given_name;prefix;family_name;unit;function;fte;from;until\n";
constexpr char const* two_people =
    "daan@school.example;Daan;de;Vries;Stichting Voorbeeld;Beleidsmedewerker;0,8;2026-01-01;\n"
    "ella@school.example;Ella;;Smit;Stichting Voorbeeld;Beleidsmedewerker;1;2026-01-01;2027-01-01\n";

}  // namespace

TEST_F(CommandLine, that_is_wrong_exits_with_2) {
  for (char const* const arguments :
       {"", "fly", "serve", "serve --dir", "migrate --fast", "import people --dir x", "import", "access extra"}) {
    EXPECT_EQ(run(arguments).code, 2) << arguments;
  }
  EXPECT_EQ(run("serve --port many " + dir()).code, 2);
  EXPECT_EQ(run("demo --case nowhere " + dir()).code, 2);
}

TEST_F(CommandLine, that_asks_for_help_or_the_version_exits_with_0) {
  EXPECT_EQ(run("--help").code, 0);
  EXPECT_TRUE(run("--help").says("doctor"));
  EXPECT_EQ(run("serve --help").code, 0);
  auto const version = run("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_TRUE(version.said.starts_with("lenig "));
}

TEST_F(CommandLine, with_bad_settings_exits_with_2_and_names_them) {
  write("lenig.toml", "adress = \"https://x.example\"\n[listen]\nport = 70000\n");
  auto const ran = run("migrate " + dir());
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.says("adress: ") && ran.says("listen.port: ")) << ran.said;
  EXPECT_EQ(run("migrate " + dir() + "/../" + folder.path().filename().string()).code, 2);
}

TEST_F(CommandLine, migrates_once) {
  auto const first = run("migrate " + dir());
  EXPECT_EQ(first.code, 0) << first.said;
  EXPECT_TRUE(first.says("applied access/001_access"));
  auto const second = run("migrate " + dir());
  EXPECT_EQ(second.code, 0);
  EXPECT_TRUE(second.says("0 applied"));
}

TEST_F(CommandLine, prints_every_rule_of_access) {
  auto const ran = run("access");
  EXPECT_EQ(ran.code, 0);
  auto const lines = base::lines(ran.said);
  EXPECT_EQ(lines.size(), access::table().size() + 1);
  for (auto const& rule : access::table()) {
    std::string allowed;
    base::each_enumerator<access::Relation>([&](access::Relation relation) {
      if (rule.allowed.has(relation)) allowed += (allowed.empty() ? "" : ",") + std::string(base::name_of(relation));
    });
    auto const line = std::string(base::name_of(rule.matter)) + "\t" + std::string(base::name_of(rule.action)) + "\t" +
                      allowed + "\t" + rule.why;
    EXPECT_TRUE(ran.says(line)) << line;
  }
}

TEST_F(CommandLine, doctor_says_what_is_wrong_and_what_to_do) {
  auto const sick = run("doctor " + dir());
  EXPECT_EQ(sick.code, 1);
  EXPECT_TRUE(sick.says("migrations to run")) << sick.said;
  EXPECT_TRUE(sick.says("lenig migrate"));
  EXPECT_TRUE(sick.says("set mail.smtp"));
  EXPECT_TRUE(sick.says("set address"));

  write("lenig.toml", "adress = \"x\"\n");
  EXPECT_TRUE(run("doctor " + dir()).says("WRONG setting adress"));
  auto const nowhere = run("doctor --dir " + (folder.path() / "nowhere").string());
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_TRUE(nowhere.says("WRONG directory")) << nowhere.said;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "nowhere"));  // the doctor looks, and makes nothing
}

TEST_F(CommandLine, doctor_finds_a_sound_program_sound) {
  ASSERT_EQ(run("migrate " + dir()).code, 0);
  write("lenig.toml", "address = \"https://lenig.school.example\"\n[mail]\nsmtp = \"smtp://127.0.0.1:2525\"\n");
  auto const ran = run("doctor " + dir());
  EXPECT_EQ(ran.code, 0) << ran.said;
  EXPECT_FALSE(ran.says("WRONG"));
  write("lenig.toml", "address = \"http://lenig.school.example\"\n[mail]\nsmtp = \"smtp://127.0.0.1:2525\"\n");
  EXPECT_TRUE(run("doctor " + dir()).says("passwords can be read on the way"));
}

TEST_F(CommandLine, doctor_says_that_the_log_is_ahead_of_the_clock) {
  ASSERT_EQ(run("migrate " + dir()).code, 0);
  static db::Query const of_another_year{
      "test/of_another_year",
      "insert into audit_entry (board_id, id, at, request, act, object_id, detail, number, hash) "
      "values ('b', 'i', '2999-01-01T00:00:00.000Z', '', 'a', 'o', '', 1, 'h')",
      {}};
  db::Place const of_program{.sqlite_file = (folder.path() / "lenig.sqlite").string()};
  db::Database(on_postgresql() ? place : of_program).write(db::every_board, [](db::Transaction& tx) {
    tx.run(of_another_year);
  });
  auto const ran = run("doctor " + dir());
  EXPECT_TRUE(ran.says("WRONG clock") && ran.says("2999-01-01")) << ran.said;
}

TEST_F(CommandLine, founds_a_board_and_prints_the_link_of_its_first_adviser) {
  auto const ran = run("board 'Stichting Voorbeeld' --for hr@school.example --given Ineke --family Bos " + dir());
  EXPECT_EQ(ran.code, 0) << ran.said;
  EXPECT_TRUE(ran.says("/welkom/")) << ran.said;
  EXPECT_EQ(run("board 'Stichting Tweede' --for geen-adres --given Ineke --family Bos " + dir()).code, 2);
}

TEST_F(CommandLine, imports_people_and_a_second_time_changes_nothing) {
  found();
  write("people.csv", std::string(head) + two_people);
  auto const first = import();
  EXPECT_EQ(first.code, 0) << first.said;
  EXPECT_TRUE(first.says("added 2 people and 2 appointments, changed 0 people and 0 appointments")) << first.said;
  auto const second = import();
  EXPECT_EQ(second.code, 0);
  EXPECT_TRUE(second.says("added 0 people and 0 appointments, changed 0 people and 0 appointments")) << second.said;
}

TEST_F(CommandLine, says_in_a_dry_run_what_it_would_do_and_does_nothing) {
  found();
  write("people.csv", std::string(head) + two_people);
  auto const dry = import(" --dry-run");
  EXPECT_EQ(dry.code, 0);
  EXPECT_TRUE(dry.says("would add 2 people and 2 appointments")) << dry.said;
  EXPECT_TRUE(import().says("added 2 people"));
}

TEST_F(CommandLine, imports_nothing_of_a_file_with_faults_and_names_line_and_column) {
  found();
  write("people.csv", std::string(head) + two_people +
                          "fokko@school.example;Fokko;;Haan;Stichting Voorbeeld;Beleidsmedewerker;veel;2026-13-01;\n");
  auto const ran = import();
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.says("line 4, fte: ")) << ran.said;
  EXPECT_TRUE(ran.says("line 4, from: ")) << ran.said;
  write("people.csv", std::string(head) + two_people);
  EXPECT_TRUE(import().says("added 2 people"));
}

TEST_F(CommandLine, takes_the_good_rows_alone_when_asked) {
  found();
  write("people.csv",
        std::string(head) + two_people + "fokko@school.example;Fokko;;Haan;Nergens;leraar;1;2026-01-13;\n");
  auto const dry = import(" --good-rows --dry-run");
  EXPECT_EQ(dry.code, 2);
  EXPECT_TRUE(dry.says("line 2: person_added ")) << dry.said;
  auto const ran = import(" --good-rows");
  EXPECT_EQ(ran.code, 2) << "a row was left out";
  EXPECT_TRUE(ran.says("line 4, unit: ") && ran.says("added 2 people")) << ran.said;
}

TEST_F(CommandLine, imports_schools_of_the_boards_numbers_and_a_second_time_changes_nothing) {
  found();
  write("schools.csv",
        "BEVOEGD GEZAG NUMMER,INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,PLAATSNAAM\n"
        "41234,00AP,00AP00,De Tichel,Winschoten\n41235,00AQ,00AQ00,De Dollard,Termunten\n"
        "40001,11BB,11BB00,De Kring,Assen\n");
  auto const schools = [&](std::string const& board, std::string const& more) {
    return run("import schools schools.csv --board " + board + " --today 2026-07-28 " + dir() + more);
  };
  auto const whose = schools("'Stichting Voorbeeld'", "");
  EXPECT_EQ(whose.code, 2) << whose.said;
  auto const dry = schools("'Stichting Voorbeeld'", " --number 41234 --number 41235 --dry-run");
  EXPECT_TRUE(dry.says("line 2: added 00AP00 De Tichel, Winschoten") && dry.says("would add 2 schools")) << dry.said;
  auto const first = schools("'Stichting Voorbeeld'", " --number 41234 --number 41235");
  EXPECT_EQ(first.code, 0) << first.said;
  EXPECT_TRUE(first.says("added 2 schools, changed 0, reopened 0, ended 0")) << first.said;
  auto const second = schools("41234", "");
  EXPECT_EQ(second.code, 0) << second.said;
  EXPECT_TRUE(second.says("added 0 schools, changed 0, reopened 0, ended 0")) << second.said;
  auto const ended = schools("41234", " --number 41234 --end-missing");
  EXPECT_TRUE(ended.says("not in the file: ended 00AQ00") && ended.says("ended 1")) << ended.said;
}

TEST_F(CommandLine, needs_a_file_that_it_can_read_and_a_board_that_is_there) {
  auto const unreadable = import();
  EXPECT_EQ(unreadable.code, 3);
  EXPECT_TRUE(unreadable.says("people.csv"));
  write("people.csv", std::string(head) + two_people);
  auto const boardless = import();
  EXPECT_EQ(boardless.code, 2);
  EXPECT_TRUE(boardless.says("--board")) << boardless.said;
}

TEST_F(CommandLine, measures_responses_and_tells_nobody_apart) {
  write("instrument.json", R"({"scales":[{"id":"mood","items":["a","b"],"options":[1,5],"reversed":["b"]}]})");
  std::string csv = "school,a,b\n";
  for (auto const& [school, people] :
       std::vector<std::pair<std::string, int>>{{"Eik", 20}, {"Linde", 12}, {"Wilg", 3}}) {
    for (int person = 0; person < people; ++person) {
      csv += school;
      csv += person % 3 == 0 ? ",4,2\n" : ",3,3\n";
    }
  }
  write("responses.csv", csv);
  std::string const command = "measure responses.csv --instrument instrument.json --groups school -o result.json";
  auto const controlled = run(command);
  EXPECT_EQ(controlled.code, 0) << controlled.said;
  auto const told = read("result.json");
  EXPECT_NE(told.find(R"({"group":"Eik","n":20,"mean":3.4E0)"), std::string::npos) << told;
  EXPECT_NE(told.find(R"({"group":"Linde","n":null,"mean":null)"), std::string::npos) << told;  // 35 - 20 - 12 = 3
  EXPECT_NE(told.find(R"({"group":"Wilg","n":null,"mean":null)"), std::string::npos) << told;
  EXPECT_NE(told.find(R"("suppressed":"few_people")"), std::string::npos);
  EXPECT_EQ(run(command + " --no-disclosure-control").code, 0);
  auto const exact = read("result.json");
  EXPECT_NE(exact.find(R"({"group":"Wilg","n":3,"mean":3.3333)"), std::string::npos) << exact;
  EXPECT_NE(exact.find("without disclosure control"), std::string::npos);
}

TEST_F(CommandLine, measures_nothing_of_bad_input_and_names_it) {
  write("instrument.json", R"({"scales":[{"id":"mood","items":["a"],"options":[1,5]}]})");
  write("wrong.json", R"({"scales":[{"id":"mood","items":["a"],"options":[5,1],"reversed":["c"]}]})");
  write("responses.csv", "school,a\nEik,3\nEik,6\n");
  std::string const rest = " --groups school -o result.json";
  auto const out_of_scale = run("measure responses.csv --instrument instrument.json" + rest);
  EXPECT_EQ(out_of_scale.code, 2);
  EXPECT_TRUE(out_of_scale.says("line 3, a (column 2): '6' is not from 1 to 5")) << out_of_scale.said;
  auto const lenient = run("measure responses.csv --instrument instrument.json --lenient" + rest);
  EXPECT_EQ(lenient.code, 0);
  EXPECT_TRUE(lenient.says("1 bad rows left out")) << lenient.said;
  auto const wrong = run("measure responses.csv --instrument wrong.json" + rest);
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(wrong.says("/scales/0/options: ") && wrong.says("/scales/0/reversed/0: ")) << wrong.said;
  auto const no_column = run("measure responses.csv --instrument instrument.json --groups team -o result.json");
  EXPECT_EQ(no_column.code, 2);
  EXPECT_TRUE(no_column.says("team: there is no such column")) << no_column.said;
  EXPECT_EQ(run("measure responses.csv --instrument instrument.json --k 4" + rest).code, 2);
  EXPECT_EQ(run("measure none.csv --instrument instrument.json" + rest).code, 3);
}

TEST_F(CommandLine, exits_with_3_when_the_surroundings_fail) {
  EXPECT_EQ(run("migrate --dir /proc/nowhere").code, 3);
  write("lenig.toml", "[database]\npostgresql = \"postgresql://x@127.0.0.1:1/x\"\n");
  int const code = on_postgresql() ? 3 : run("migrate " + dir()).code;
  EXPECT_EQ(code, 3);
}

TEST_F(CommandLine, refuses_mail_that_nobody_asked_for_by_its_exit_code) {
  found();
  write("bounce",
        "To: lenig@school.example\nContent-Type: multipart/report; boundary=b\n\n--b\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n"
        "Final-Recipient: rfc822; jan@school.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n");
  write("letter", "To: lenig@school.example\n\nDag!\n");
  write("nothing", "");
  auto const unknown = run("mail receive " + dir() + " < bounce");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(unknown.says("the token of no letter of ours")) << unknown.said;
  EXPECT_EQ(run("mail receive " + dir() + " < letter").code, 1);
  EXPECT_EQ(run("mail receive " + dir() + " < nothing").code, 2);
  EXPECT_EQ(run("mail receive " + dir() + " < /dev/zero").code, 2);
}

}  // namespace lenig::tests
