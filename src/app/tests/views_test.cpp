// Every template against the struct that fills it, and what happens to text that looks like HTML.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "access/queries.hpp"
#include "app/modules.hpp"
#include "app/queries.hpp"
#include "html/queries.hpp"
#include "organisation/queries.hpp"
#include "platform/html/form_page.hpp"
#include "platform/html/frame.hpp"
#include "programme/queries.hpp"

namespace lenig::tests {

namespace {

std::set<std::string> view_names() {
  std::set<std::string> names;
  for (auto const& views : {html::views(), access::views(), organisation::views(), programme::views(), app::views()}) {
    for (auto const& view : views) names.emplace(view.name.substr(0, view.name.rfind(".html")));
  }
  return names;
}

/// Views that others include; they have no struct of their own.
std::set<std::string> parts() {
  static std::regex const include("\\{\\{>([a-z_/]+)\\}\\}");
  std::set<std::string> found;
  for (auto const& views : {html::views(), access::views(), organisation::views(), programme::views(), app::views()}) {
    for (auto const& view : views) {
      std::string const text(view.text);
      for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) found.insert((*at)[1]);
    }
  }
  return found;
}

struct Marker {
  char kind = ' ';  // # or / or blank
  std::string name;
  std::string modifier;
};

std::vector<Marker> markers_of(std::string const& source) {
  static std::regex const mark("\\{\\{([#/>%]?)([^}:]*)(:[^}]*)?\\}\\}");
  std::vector<Marker> markers;
  for (std::sregex_iterator at(source.begin(), source.end(), mark), end; at != end; ++at) {
    std::string const kind = (*at)[1];
    if (kind == ">" || kind == "%") continue;
    markers.push_back({kind.empty() ? ' ' : kind[0], (*at)[2], (*at)[3]});
  }
  return markers;
}

html::Notice const hostile{.heading = "<script>alert(1)</script>",
                           .text = "\"><img src=x onerror='alert(1)'> & </p>",
                           .path = "javascript:alert(1)",
                           .action = "Door"};
html::Context const context{.csrf = "token", .once = "key"};

}  // namespace

class Views : public ::testing::Test {
 protected:
  Views() { app::load_views(); }
};

TEST_F(Views, say_only_what_their_struct_holds) {
  ASSERT_GT(html::registered_views().size(), 10U);
  for (auto const& view : html::registered_views()) {
    auto const source = html::view_source(view.view);
    EXPECT_FALSE(source.empty()) << view.view << " is rendered, but there is no such file";
    for (auto const& marker : markers_of(source)) {
      if (marker.name == "csrf" || marker.name == "once") continue;
      EXPECT_TRUE(view.members.contains(marker.name))
          << view.view << " says {{" << marker.name << "}}, which its struct does not hold";
    }
  }
}

TEST_F(Views, open_no_section_by_a_name_that_an_outer_and_an_inner_struct_share) {
  for (auto const& view : html::registered_views()) {
    for (auto const& marker : markers_of(html::view_source(view.view))) {
      if (marker.kind != '#') continue;
      auto const name = marker.name.starts_with("no_") ? marker.name.substr(3) : marker.name;
      EXPECT_FALSE(view.shadowing.contains(name)) << view.view << " shows {{#" << marker.name << "}} for either";
    }
  }
}

TEST_F(Views, take_html_as_it_is_in_the_frame_only) {
  for (auto const& name : view_names()) {
    for (auto const& marker : markers_of(html::view_source(name))) {
      if (marker.modifier.empty()) continue;
      EXPECT_TRUE(name == "html/frame" && marker.name == "content" && marker.modifier == ":none")
          << name << " has {{" << marker.name << marker.modifier << "}}";
    }
  }
}

TEST_F(Views, close_what_they_open) {
  for (auto const& name : view_names()) {
    std::vector<std::string> open;
    for (auto const& marker : markers_of(html::view_source(name))) {
      if (marker.kind == '#') open.push_back(marker.name);
      if (marker.kind != '/') continue;
      ASSERT_FALSE(open.empty()) << name;
      EXPECT_EQ(open.back(), marker.name) << name;
      open.pop_back();
    }
    EXPECT_TRUE(open.empty()) << name;
  }
}

TEST_F(Views, are_each_filled_by_a_struct_or_part_of_another) {
  std::set<std::string> registered;
  for (auto const& view : html::registered_views()) registered.insert(view.view);
  auto const included = parts();
  for (auto const& name : view_names())
    EXPECT_TRUE(registered.contains(name) || included.contains(name)) << "nothing renders " << name;
}

TEST_F(Views, neutralise_text_that_looks_like_html) {
  auto const page = html::render(hostile, context).text;
  EXPECT_EQ(page.find("<script"), std::string::npos) << page;
  EXPECT_EQ(page.find("<img"), std::string::npos) << page;
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos) << page;
  EXPECT_NE(page.find(" &amp; "), std::string::npos) << page;
}

TEST_F(Views, lead_nowhere_that_is_no_address) {
  for (char const* const path :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"}) {
    auto notice = hostile;
    notice.path = path;
    auto const page = html::render(notice, context).text;
    EXPECT_EQ(page.find("script:"), std::string::npos) << page;
    EXPECT_EQ(page.find("data:"), std::string::npos) << page;
  }
  auto notice = hostile;
  notice.path = "/organisatie?a=1&b=\"x";
  EXPECT_NE(html::render(notice, context).text.find("href=\"/organisatie?a=1&amp;b="), std::string::npos);
}

TEST_F(Views, keep_a_value_inside_its_attribute) {
  html::FormBuilder form(i18n::Words(i18n::Language::nl), "Kop", "/daar", "Bewaar");
  form.text("name", "Naam")
      .area("words", "Woorden")
      .start("name", "\" autofocus onfocus=\"alert(1)")
      .start("words", "</textarea><script>");
  auto const page = html::render(form.build(), context).text;
  EXPECT_NE(page.find("value=\"&quot; autofocus onfocus=&quot;alert(1)\""), std::string::npos) << page;
  EXPECT_EQ(page.find("</textarea><script>"), std::string::npos) << page;
}

TEST_F(Views, of_a_form_name_the_hints_and_errors_that_stand_there) {
  html::FormBuilder form(i18n::Words(i18n::Language::nl), "Kop", "/daar", "Bewaar");
  std::vector<html::Option> const options{{"x", "X"}, {"y", "Y"}};
  form.text("a", "A", "hint")
      .area("b", "B", "hint")
      .choice("c", "C", options, "hint")
      .options("d", "D", options, "hint")
      .many("e", "E", options, "hint")
      .flag("f", "F", "hint");
  for (char const* const name : {"a", "b", "c", "d", "e", "f"}) {
    auto const page =
        html::render(form.filled(html::Sent(), html::Objection{name, "Dit kan niet."}).build(), context).text;
    EXPECT_NE(page.find("id=\"" + std::string(name) + "\""), std::string::npos) << "the summary leads to " << name;
    static std::regex const described("aria-describedby=\"([^\"]*)\"");
    for (std::sregex_iterator at(page.begin(), page.end(), described), end; at != end; ++at) {
      std::istringstream ids((*at)[1]);
      for (std::string id; ids >> id;)
        EXPECT_NE(page.find("id=\"" + id + "\""), std::string::npos) << id << " is named, but not there";
    }
    EXPECT_NE(page.find("aria-describedby=\"hint-" + std::string(name) + " error-" + name), std::string::npos) << page;
  }
}

TEST_F(Views, carry_the_tokens_in_every_form_that_is_posted) {
  static std::regex const post("<form[^>]*method=\"post\"[^>]*>[^]*?</form>");
  for (auto const& name : view_names()) {
    auto const source = html::view_source(name);
    for (std::sregex_iterator at(source.begin(), source.end(), post), end; at != end; ++at) {
      auto const form = at->str();
      EXPECT_NE(form.find("name=\"_csrf\" value=\"{{csrf}}\""), std::string::npos) << name;
      EXPECT_NE(form.find("name=\"_once\" value=\"{{once}}\""), std::string::npos) << name;
    }
  }
}

TEST_F(Views, are_there_in_both_languages) {
  for (auto const language : {i18n::Language::nl, i18n::Language::en}) {
    auto const page =
        html::render(html::Notice{.heading = "Kop", .text = "t", .request = "r-1", .path = "/", .action = "a"},
                     {.language = language})
            .text;
    EXPECT_NE(page.find("Kop"), std::string::npos);
  }
  EXPECT_ANY_THROW(html::detail::expand("no/such", i18n::Language::nl, ctemplate::TemplateDictionary("")));
}

}  // namespace lenig::tests
