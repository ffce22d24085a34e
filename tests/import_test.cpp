// A file of people on its way into a board: brought, its columns chosen, looked through, taken, and taken back.
#include <gtest/gtest.h>

#include "organisation/import_taking.hpp"
#include "tests/support/browser.hpp"

namespace lenig::tests {

namespace {

std::string const list =
    "Roepnaam;Achternaam;E-mail werk;Functie;WTF;Datum in dienst;Datum uit dienst;School\r\n"
    "Zo\xeb;Wit;zoe@school.example;leerkracht;0,6;1-8-2003;;Houwingaham\r\n"
    "Piet;Bakker;piet@school.example;leerkracht;1;1-8-2003;;Theo Thijssenschool\r\n";
std::string const with_faults = list +
                                "Klaas;Bos;klaas@school.example;leerkracht;veel;1-8-2003;;Houwingaham\r\n"
                                "Els;Dijk;els@school.example;leerkracht;1;1-8-2003;;Nergensschool\r\n";

Answer bring(Browser& browser, std::string const& content, std::string const& name = "mensen.csv") {
  browser.get("/organisatie/invoer");
  std::string const boundary = "----lenig";
  std::string body;
  for (auto const& [field, value] : {std::pair{"_csrf", browser.csrf}, {"_once", browser.once}})
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
  body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
          "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
  return browser.post_bare("/organisatie/invoer", body,
                           {{"content-type", "multipart/form-data; boundary=" + boundary}});
}

/// Brings a list and accepts its columns; gives the path of the page that says what will happen.
std::string brought(Browser& browser, std::string const& content) {
  auto const columns = bring(browser, content).location;
  EXPECT_TRUE(columns.ends_with("/kolommen")) << columns;
  browser.get(columns);
  auto const next = browser.post(columns, {{"email", "2"},
                                           {"given_name", "0"},
                                           {"family_name", "1"},
                                           {"unit", "7"},
                                           {"function", "3"},
                                           {"fte", "4"},
                                           {"from", "5"},
                                           {"until", "6"}});
  EXPECT_EQ(next.status, 303);
  return next.location;
}

std::string people(Case& in) {
  return in.value("select cast(count(*) as text) from organisation_person where email like '%@school.example'");
}

std::string long_list() {
  std::string rows = list.substr(0, list.find('\n') + 1);
  for (int i = 0; i <= organisation::rows_while_waiting; ++i)
    rows += "Mens;Bos;mens" + std::to_string(i) + "@school.example;leerkracht;1;1-8-2003;;Houwingaham\r\n";
  return rows;
}

/// Brings a long list and takes it; gives the page that says how far it is.
std::string taken_by_a_job(Browser& browser) {
  auto const path = brought(browser, long_list());
  auto const review = browser.get(path);
  auto const taken = browser.post(path, {{"shown", review.field("shown")}, {"rows", review.field("rows")}});
  EXPECT_EQ(taken.location, path + "/voortgang");
  return taken.location;
}

}  // namespace

TEST(ImportPages, take_a_long_list_behind_a_page_that_says_how_far_it_is) {
  Case in;
  auto hr = in.as("hr");
  auto const progress = taken_by_a_job(hr);
  auto const before = hr.get(progress);
  EXPECT_TRUE(before.says("0 van 2001 regels gelezen.")) << before.body;
  EXPECT_TRUE(before.says("delay:700ms"));
  EXPECT_EQ(in.as("office").get(progress).status, 404) << "it is of who brought it";
  EXPECT_EQ(people(in), "0");
  jobs::run_due(in.database(), organisation::taking_works());
  auto const after = hr.get(progress);
  EXPECT_TRUE(after.says("4002 veranderingen ingevoerd.")) << after.body;
  EXPECT_FALSE(after.says("delay:700ms"));
  EXPECT_EQ(people(in), "2001");
  EXPECT_EQ(in.value("select content from organisation_import_file"), "");
  auto const step = in.value("select undo from organisation_import_file");
  EXPECT_TRUE(after.says("/ongedaan/" + step));
  hr.post("/ongedaan/" + step);
  EXPECT_EQ(people(in), "0");
  auto const undone = hr.get(progress);
  EXPECT_TRUE(undone.says("Alles is weer zoals het was.")) << undone.body;
  EXPECT_FALSE(undone.says("/ongedaan/"));
}

TEST(ImportPages, take_nothing_of_a_long_list_when_something_else_would_happen_by_now) {
  Case in;
  auto hr = in.as("hr");
  auto const progress = taken_by_a_job(hr);
  static db::Query const other{"test/other", "update organisation_import_file set shown = 'of another page'", {}};
  in.database().write(db::every_board, [](db::Transaction& tx) { tx.run(other); });
  jobs::run_due(in.database(), organisation::taking_works());
  EXPECT_EQ(people(in), "0");
  auto const page = hr.get(progress);
  EXPECT_TRUE(page.says("Er is niets ingevoerd")) << page.body;
  EXPECT_EQ(hr.get(progress.substr(0, progress.rfind('/'))).status, 200) << "it is looked through again";
}

TEST(ImportPages, show_what_will_happen_do_it_and_take_it_back) {
  Case in;
  auto hr = in.as("hr");
  auto const path = brought(hr, list);
  auto const review = hr.get(path);
  EXPECT_TRUE(review.says("2 mensen erbij, 2 aanstellingen erbij")) << review.body;
  EXPECT_TRUE(review.says("Zoë Wit"));
  EXPECT_EQ(people(in), "0");
  auto const taken = hr.post(path, {{"shown", review.field("shown")}});
  EXPECT_EQ(taken.status, 303);
  EXPECT_EQ(people(in), "2");
  auto const board = hr.get(taken.location);
  EXPECT_TRUE(board.says("4 veranderingen ingevoerd"));
  EXPECT_EQ(in.value("select cast(count(*) as text) from organisation_import_file"), "0");

  auto const again = brought(hr, list);
  EXPECT_TRUE(hr.get(again).says("Er verandert niets: alles staat er al zo in."));
  hr.post(again + "/weg");

  auto const step = in.value("select id from undo_step where kind = 'organisation.import_people'");
  EXPECT_TRUE(board.says("/ongedaan/" + step));
  hr.post("/ongedaan/" + step);
  EXPECT_EQ(people(in), "0");
}

TEST(ImportPages, name_the_faults_by_line_and_column_and_take_the_good_lines_alone) {
  Case in;
  auto hr = in.as("hr");
  auto const path = brought(hr, with_faults);
  auto const review = hr.get(path);
  EXPECT_TRUE(review.says("2 regels kunnen zo niet mee"));
  EXPECT_TRUE(review.says("“veel” is geen getal"));
  EXPECT_TRUE(review.says("“Nergensschool” kennen wij niet"));
  EXPECT_EQ(hr.post(path, {{"shown", review.field("shown")}}).status, 303);
  EXPECT_EQ(people(in), "2");
}

TEST(ImportPages, take_nothing_that_they_did_not_show) {
  Case in;
  auto hr = in.as("hr");
  auto const path = brought(hr, list);
  auto const shown = hr.get(path).field("shown");
  EXPECT_EQ(hr.post(path, {{"shown", "something else"}}).status, 422);
  in.change("update organisation_unit set name = 'Elders', sort_name = 'elders' where name = 'Houwingaham'");
  auto const changed = hr.post(path, {{"shown", shown}});  // in between the school was given another name
  EXPECT_EQ(changed.status, 422);
  EXPECT_TRUE(changed.says("“Houwingaham” kennen wij niet"));
  EXPECT_EQ(people(in), "0");
}

TEST(ImportPages, keep_a_file_for_who_brought_it) {
  Case in;
  auto hr = in.as("hr");
  auto const path = brought(hr, list);
  in.change("update organisation_import_file set person_id = (select person_id from access_account where email = '" +
            in.email_of("office") + "')");
  EXPECT_EQ(hr.get(path).status, 404);  // another adviser's
  EXPECT_EQ(hr.post(path, {{"shown", ""}}).status, 404);
  EXPECT_EQ(people(in), "0");
}

TEST(ImportPages, say_what_to_do_with_a_file_that_holds_no_list) {
  Case in;
  auto hr = in.as("hr");
  EXPECT_EQ(bring(hr, "", "").status, 422);
  EXPECT_TRUE(bring(hr, "", "").says("Kies eerst een bestand"));
  EXPECT_TRUE(bring(hr, "alleen een kop\r\n").says("staan geen regels"));
  EXPECT_TRUE(bring(hr, std::string("PK\x03\x04\0\0\xff", 7)).says("staan geen regels"));
  auto const columns = bring(hr, list).location;
  hr.get(columns);
  auto const missing = hr.post(columns, {{"email", "2"}, {"given_name", "0"}});
  EXPECT_EQ(missing.status, 422);
  EXPECT_TRUE(missing.says("Kies de kolom waarin dit staat"));
}

TEST(ImportPages, remember_what_the_board_calls_its_columns) {
  Case in;
  auto hr = in.as("hr");
  auto const columns = bring(hr, "Alias;Kort;Lang\r\na@school.example;Piet;Bos\r\n").location;
  hr.get(columns);
  EXPECT_EQ(hr.post(columns, {{"email", "0"},
                              {"given_name", "1"},
                              {"family_name", "2"},
                              {"unit", "0"},
                              {"function", "0"},
                              {"fte", "0"},
                              {"from", "0"}})
                .status,
            303);
  auto const next = hr.get(bring(hr, "Lang;Kort;Alias\r\nBos;Piet;a@school.example\r\n").location);
  EXPECT_TRUE(next.says("<option value=\"2\" selected>Alias")) << next.body;
}

}  // namespace lenig::tests
