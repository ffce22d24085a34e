// What a browser gets of a document: its owner how far it is and the file, everybody else nothing.
#include <gtest/gtest.h>

#include <stdexcept>

#include <algorithm>

#include "platform/document/kept.hpp"
#include "platform/document/routes.hpp"
#include "platform/document/works.hpp"
#include "tests/support/database.hpp"
#include "tests/support/views.hpp"

namespace lenig::document {
namespace {

Converter const quick{.program = "print('progress 50\\nmade 4\\nDOCX', end='')"};
Converter const broken{.program = "print('progress 50\\nbroken ValueError')"};
Converter const missing{.shell = "/usr/bin/no-such-program"};

class DocumentPages : public ::testing::Test {
 protected:
  DocumentPages() {
    tests::load_views();
    add_routes(routes);
  }

  DocumentId ordered() {
    return database->write(scope_of(owner), [&](db::Transaction& tx) {
      return order(tx, owner, {.title = "Verslag: \"voorjaar\" <2004>"}, Format::docx);
    });
  }
  static db::Scope scope_of(base::Actor const& by) {
    return {.person = by.person.text(), .board = by.board.text(), .reach = {by.board.text()}};
  }

  /// As the program asks it: the route, how the viewer stands to the document, the page.
  http::Response ask(base::Actor const& by, http::Method method, std::string const& path) {
    http::Request const request{.method = method, .target = path, .path = path};
    access::Visit visit(request, *database,
                        []() -> vault::Vault& { throw std::logic_error("a document needs no key"); });
    visit.match = routes.match(method, path).value();
    visit.params = visit.match.params;
    visit.scope = scope_of(by);
    visit.viewer.person = by.person;
    visit.viewer.board = by.board;
    auto const& route = *visit.match.route;
    auto const standing = visit.read(
        [&](db::Reading& reading) { return route.resolver(reading, visit.viewer, visit.params.find("id")->second); });
    if (standing) visit.viewer.relations.add(*standing);
    return visit.viewer.may(route.access.action(), route.access.matter()) ? route.handler(visit) : visit.not_found();
  }
  http::Response get(base::Actor const& by, std::string const& path) { return ask(by, http::Method::get, path); }

  std::unique_ptr<db::Database> database = tests::fresh_database();
  access::Routes routes;
  base::Actor const owner{.person = base::PersonId::make(), .board = base::BoardId::make(), .request = "test"};
  base::Actor const colleague{.person = base::PersonId::make(), .board = owner.board, .request = "test"};
  base::Actor const elsewhere{.person = owner.person, .board = base::BoardId::make(), .request = "test"};
};

bool says(http::Response const& response, std::string_view part) {
  return response.body.find(part) != std::string::npos;
}

std::string header(http::Response const& response, std::string_view name) {
  auto const found = std::ranges::find(response.headers, name, &std::pair<std::string, std::string>::first);
  return found == response.headers.end() ? "" : found->second;
}

TEST_F(DocumentPages, tell_how_far_it_is_and_look_again_until_it_is_made) {
  auto const path = path_of(ordered());
  auto const waiting = get(owner, path);
  EXPECT_EQ(waiting.status, 200);
  EXPECT_TRUE(says(waiting, "<progress"));
  EXPECT_TRUE(says(waiting, "hx-get=\"\""));
  EXPECT_TRUE(says(waiting, "Verslag: &quot;voorjaar&quot; &lt;2004&gt;"));
  EXPECT_EQ(get(owner, path + "/bestand").status, 303) << "there is no file yet";
  jobs::run_due(*database, works(quick));
  auto const made = get(owner, path);
  EXPECT_FALSE(says(made, "hx-get"));
  EXPECT_TRUE(says(made, path + "/bestand"));
}

TEST_F(DocumentPages, give_the_file_under_a_safe_name) {
  auto const path = path_of(ordered());
  jobs::run_due(*database, works(quick));
  auto const file = get(owner, path + "/bestand");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, "DOCX");
  EXPECT_EQ(header(file, "Content-Disposition"), "attachment; filename=\"verslag-voorjaar-2004.docx\"");
  EXPECT_EQ(header(file, "Content-Type"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST_F(DocumentPages, are_not_found_by_anybody_else) {
  auto const path = path_of(ordered());
  jobs::run_due(*database, works(broken));
  for (auto const& stranger : {colleague, elsewhere}) {
    EXPECT_EQ(get(stranger, path).status, 404);
    EXPECT_EQ(get(stranger, path + "/bestand").status, 404);
    EXPECT_EQ(ask(stranger, http::Method::post, path + "/opnieuw").status, 404);
  }
  EXPECT_EQ(jobs::run_due(*database, works(quick)), 0) << "nobody had it made again";
}

TEST_F(DocumentPages, say_what_went_wrong_and_have_it_made_again) {
  auto const path = path_of(ordered());
  jobs::run_due(*database, works(missing));
  auto const failed = get(owner, path);
  EXPECT_TRUE(says(failed, "lenig doctor"));
  EXPECT_TRUE(says(failed, path + "/opnieuw"));
  EXPECT_EQ(ask(owner, http::Method::post, path + "/opnieuw").status, 303);
  jobs::run_due(*database, works(quick));
  EXPECT_EQ(get(owner, path + "/bestand").body, "DOCX");
}

}  // namespace
}  // namespace lenig::document
