// The converter itself, with WeasyPrint and python-docx, and what stands in for it when it hangs or dies.
#include "platform/document/converter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "platform/document/print.hpp"
#include "platform/document/process.hpp"
#include "tests/support/views.hpp"

namespace lenig::document {
namespace {

using namespace std::chrono_literals;

constexpr int schools = 24;

/// A folder of this test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "lenig-document-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What a command prints of a document, which stands in for `FILE`.
std::string told_by(std::string command, std::string const& document) {
  Folder const folder;
  auto const file = folder.path() / "document";
  std::ofstream(file, std::ios::binary) << document;
  command.replace(command.find("FILE"), 4, file.string());
  std::unique_ptr<FILE, decltype(&::pclose)> const pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string told;
  char part[4096];
  while (auto const count = std::fread(part, 1, sizeof part, pipe.get())) told.append(part, count);
  return told;
}

bool says(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

Manuscript report() {
  Manuscript manuscript{.title = "Tussenrapportage intervisie",
                        .subtitle = "Voorjaar 2004",
                        .author = "Projectbureau",
                        .contents = Contents::listed,
                        .blocks = {heading(1, "Ervaringen")}};
  for (int i = 1; i <= schools; ++i) {
    auto const name = "School nummer " + std::to_string(i);
    manuscript.blocks.push_back(heading(2, name));
    manuscript.blocks.push_back(paragraph("Wij kozen onze eigen vragen."));
    manuscript.blocks.push_back(quote("Het werd pas wat toen wij zelf kozen.", "leraar, groep 6"));
    manuscript.blocks.push_back(list({"Houden", "Anders doen"}));
    manuscript.blocks.push_back(table("Voortgang", {"Stap", "Aanwezig"}, {{{"Intervisie", "7 van 8"}}}));
  }
  return manuscript;
}

/// What somebody might type to break out of the text.
Manuscript hostile() {
  return {.title = "<b>Titel</b>",
          .blocks = {paragraph("<img src=\"file:///etc/passwd\"> http://a.example/ file:///etc/hosts"),
                     paragraph(std::string(5000, 'w')), paragraph("\xd8\xb4\xd9\x83\xd8\xb1\xd8\xa7 \xe2\x80\xaegnol"),
                     quote("]]> <!-- &lt; {{title}} %s", "\x01\x02\xef\xbf\xbe"), list({}), table("", {}, {}),
                     table("Tabel", {"a"}, {{{std::string(3000, 'w')}}})}};
}

Result<std::string, Fault> converted(Manuscript const& manuscript, Format format) {
  tests::load_views();
  return convert({}, format, source_of(manuscript, format), [](int) {});
}

/// A converter that runs this program of Python instead.
Converter doing(std::string const& program) { return {.program = program, .longest = 5s}; }

Result<std::string, Fault> made_by(Converter const& converter) {
  return convert(converter, Format::docx, "{}", [](int) {});
}

TEST(Converter, makes_a_pdf_of_24_sections_with_its_progress) {
  tests::load_views();
  std::vector<int> told;
  auto const made =
      convert({}, Format::pdf, source_of(report(), Format::pdf), [&](int percent) { told.push_back(percent); });
  ASSERT_TRUE(made) << base::name_of(made.error());
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_GE(told.size(), 8U);
  auto const info = told_by("pdfinfo FILE", *made);
  for (char const* const line : {"Title:           Tussenrapportage intervisie", "Tagged:          yes", "(A4)"})
    EXPECT_TRUE(says(info, line)) << line << " of\n" << info;
  auto const text = told_by("pdftotext -layout FILE -", *made);
  for (int i = 1; i <= schools; ++i) EXPECT_TRUE(says(text, "School nummer " + std::to_string(i)));
  EXPECT_TRUE(says(text, "7 van 8"));
  EXPECT_TRUE(says(text, "Het werd pas wat toen wij zelf kozen."));
  EXPECT_TRUE(says(text, "2/9"));
  EXPECT_TRUE(says(*made, "/Lang (nl)"));
}

TEST(Converter, makes_a_docx_with_real_headings_and_header_rows) {
  auto const made = converted(report(), Format::docx);
  ASSERT_TRUE(made) << base::name_of(made.error());
  auto const read = told_by(
      "/usr/bin/python3 -c \"import sys, zipfile; parts = zipfile.ZipFile(sys.argv[1]).read; "
      "print(*(parts(name).decode() for name in ('word/document.xml', 'word/styles.xml', 'docProps/core.xml')))\" FILE",
      *made);
  for (char const* const part : {"w:val=\"Heading1\"", "w:val=\"Heading2\"", "<w:tblHeader/>", "w:val=\"nl-NL\"",
                                 "School nummer 24", "<dc:title>Tussenrapportage intervisie</dc:title>"})
    EXPECT_TRUE(says(read, part)) << part;
}

TEST(Converter, keeps_hostile_text_as_text) {
  auto const pdf = converted(hostile(), Format::pdf);
  ASSERT_TRUE(pdf) << base::name_of(pdf.error());
  auto const text = told_by("pdftotext FILE -", *pdf);
  EXPECT_TRUE(says(text, "<b>Titel</b>"));
  EXPECT_TRUE(says(text, "file:///etc/passwd"));
  EXPECT_TRUE(says(text, "&lt; {{title}}"));
  EXPECT_FALSE(says(text, "root:"));
  EXPECT_TRUE(converted(hostile(), Format::docx).has_value());
}

TEST(Converter, fetches_nothing_that_was_not_handed_over) {
  auto const html = [](std::string const& address) {
    return "<title>a</title><link rel=\"attachment\" href=\"" + address + "\"><p>text";
  };
  for (std::string const address : {"file:///usr/bin/env", "http://127.0.0.1/", "/usr/bin/env", "convert.py"}) {
    auto const made = convert({}, Format::pdf, html(address), [](int) {});
    ASSERT_TRUE(made) << address;
    EXPECT_TRUE(says(told_by("pdfdetach -list FILE", *made), "0 embedded files")) << address;
  }
}

TEST(Converter, sees_no_network_no_process_and_no_file_but_programs_and_fonts) {
  auto const tries = [](std::string const& what) {
    return doing(
        "import os, socket, sys\n"
        "print('progress 1', flush=True)\n"
        "try:\n"
        "  " +
        what +
        "\n"
        "  print('made 3\\nyes', end='')\n"
        "except OSError:\n"
        "  print('made 2\\nno', end='')\n");
  };
  ::setenv("LENIG_SECRET", "1", 1);
  EXPECT_EQ(made_by(tries("open('/usr/bin/env', 'rb').read()")), "yes");
  EXPECT_EQ(made_by(tries("open('/tmp/a', 'w').write('a')")), "yes");
  EXPECT_FALSE(std::filesystem::exists("/tmp/a"));
  EXPECT_EQ(made_by(tries("open('/etc/passwd').read()")), "no");
  EXPECT_EQ(made_by(tries("os.listdir('/home')")), "no");
  EXPECT_EQ(made_by(tries("open('/usr/a', 'w')")), "no");
  EXPECT_EQ(made_by(tries("os.kill(" + std::to_string(::getpid()) + ", 0)")), "no");
  EXPECT_EQ(made_by(tries("socket.create_connection(('127.0.0.1', 1), 1)")), "no");
  EXPECT_EQ(made_by(tries("assert len(socket.if_nameindex()) > 1 or os.open('/none', 0)")), "no");
  EXPECT_EQ(made_by(tries("os.environ.get('LENIG_SECRET') or os.open('/none', 0)")), "no");
  EXPECT_EQ(made_by(tries("os.fstat(3) and os.fstat(5)")), "no");
}

TEST(Converter, that_hangs_is_stopped) {
  auto hangs = doing("print('progress 40', flush=True)\nimport time\ntime.sleep(600)");
  hangs.longest = 1s;
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(made_by(hangs), std::unexpected(Fault::too_long));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 4s);
}

TEST(Converter, that_dies_or_says_nonsense_is_broken) {
  EXPECT_EQ(made_by(doing("print('progress 40', flush=True)\nimport os\nos.abort()")), std::unexpected(Fault::broken));
  EXPECT_EQ(made_by(doing("print('progress 1\\nmade 10\\nshort', end='')")), std::unexpected(Fault::broken));
  EXPECT_EQ(made_by(doing("print('x' * 100000, flush=True)")), std::unexpected(Fault::broken));
  EXPECT_EQ(made_by(doing("print('made many')")), std::unexpected(Fault::broken));
}

TEST(Converter, that_needs_too_much_is_stopped) {
  auto const grows =
      doing("print('progress 1', flush=True)\ntry:\n  bytearray(8 << 30)\nexcept MemoryError:\n  print('too_large')");
  EXPECT_EQ(made_by(grows), std::unexpected(Fault::too_large));
  EXPECT_EQ(made_by(doing("print('made 99999999999')")), std::unexpected(Fault::too_large));
}

TEST(Converter, that_is_not_installed_is_missing) {
  EXPECT_EQ(made_by({.shell = "/usr/bin/no-such-program"}), std::unexpected(Fault::missing));
  EXPECT_EQ(made_by({.python = "/usr/bin/no-such-program"}), std::unexpected(Fault::missing));
  EXPECT_EQ(made_by({.socket = "/no/such/socket"}), std::unexpected(Fault::missing));
  EXPECT_EQ(made_by(doing("print('progress 1')\nprint('missing docx')")), std::unexpected(Fault::missing));
  EXPECT_EQ(hindrances({.shell = "/usr/bin/no-such-program"}).size(), 2U);
  EXPECT_TRUE(hindrances({}).empty());
}

}  // namespace
}  // namespace lenig::document
