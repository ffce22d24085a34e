#include "platform/document/manuscript.hpp"

#include <gtest/gtest.h>

#include "platform/document/kept.hpp"
#include "platform/document/print.hpp"
#include "tests/support/views.hpp"

namespace lenig::document {
namespace {

bool says(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

class Manuscripts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { tests::load_views(); }
};

TEST_F(Manuscripts, hold_text_that_stays_text) {
  Manuscript const hostile{
      .title = "<script>alert(1)</script>",
      .blocks = {paragraph("<img src=\"file:///etc/passwd\">"), quote("</blockquote><h1>", "\" onclick=\"x"),
                 list({"<link rel=attachment href=http://a.example/>"}), table("<td>", {"{{title}}"}, {{{"&lt;"}}})}};
  auto const html = source_of(hostile, Format::pdf);
  EXPECT_FALSE(says(html, "<script"));
  EXPECT_FALSE(says(html, "<img"));
  EXPECT_FALSE(says(html, "</blockquote><h1>"));
  EXPECT_FALSE(says(html, "<link rel=attachment"));
  EXPECT_TRUE(says(html, "&lt;img src=&quot;file:///etc/passwd&quot;&gt;"));
  EXPECT_TRUE(says(html, "{{title}}"));
  EXPECT_TRUE(says(html, "&amp;lt;"));
}

TEST_F(Manuscripts, lose_what_no_document_can_hold) {
  auto const clean =
      cleaned({.title = "Ver\x01slag\x7f", .blocks = {paragraph("a\nb\x1b[31m"), paragraph("\xff\xfe")}});
  EXPECT_EQ(clean.title, "Verslag");
  EXPECT_EQ(clean.blocks[0].text, "a\nb[31m");
  EXPECT_EQ(clean.blocks[1].text, "");
}

TEST_F(Manuscripts, list_their_headings_when_they_are_asked_to) {
  Manuscript manuscript{.title = "Verslag",
                        .blocks = {heading(1, "Opbrengst"), heading(2, "De Linde"), heading(3, "x")}};
  EXPECT_FALSE(says(source_of(manuscript, Format::pdf), "<nav"));
  manuscript.contents = Contents::listed;
  auto const html = source_of(manuscript, Format::pdf);
  EXPECT_TRUE(says(html, "<a href=\"#d1\">Opbrengst</a>"));
  EXPECT_TRUE(says(html, "<a href=\"#d2\">De Linde</a>"));
  EXPECT_TRUE(says(html, "<h3 id=\"d2\""));
  EXPECT_FALSE(says(html, "#d3"));
}

TEST_F(Manuscripts, speak_their_own_language) {
  Manuscript const english{
      .title = "Report", .language = i18n::Language::en, .contents = Contents::listed, .blocks = {heading(1, "Yield")}};
  auto const html = source_of(english, Format::pdf);
  EXPECT_TRUE(says(html, "<html lang=\"en\">"));
  EXPECT_TRUE(says(html, "Contents"));
}

TEST_F(Manuscripts, have_tables_of_even_rows_and_headings_of_three_levels) {
  auto const uneven = table("", {"a", "b"}, {{{"1"}}, {{"1", "2", "3"}}});
  EXPECT_EQ(uneven.rows[0].cells, (std::vector<std::string>{"1", ""}));
  EXPECT_EQ(uneven.rows[1].cells, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(heading(0, "").level, 1);
  EXPECT_EQ(heading(9, "").level, 3);
}

TEST(FileName, is_safe_whatever_the_title_is) {
  EXPECT_EQ(file_name("Tussenrapportage: voorjaar 2004", Format::pdf), "tussenrapportage-voorjaar-2004.pdf");
  EXPECT_EQ(file_name("../../etc/passwd\"\r\nX: y", Format::docx), "etc-passwd-x-y.docx");
  EXPECT_EQ(file_name("Één café", Format::pdf), "een-cafe.pdf");
  EXPECT_EQ(file_name("شكرا", Format::pdf), "document.pdf");
  EXPECT_LE(file_name(std::string(500, 'a'), Format::pdf).size(), 84U);
}

}  // namespace
}  // namespace lenig::document
