#include "platform/http/multipart.hpp"

#include <gtest/gtest.h>

namespace lenig::http {
namespace {

constexpr char const* type = "multipart/form-data; boundary=----x1";

std::string part(std::string const& header, std::string const& content) {
  return "------x1\r\n" + header + "\r\n\r\n" + content + "\r\n";
}

std::string const token = part("Content-Disposition: form-data; name=\"_csrf\"", "abc");
std::string const file =
    part("Content-Disposition: form-data; name=\"file\"; filename=\"Mensen %22nieuw%22.csv\"\r\nContent-Type: text/csv",
         std::string("a;b\r\n\0\xff\r\n------x", 15));
std::string const end = "------x1--\r\n";

TEST(Multipart, gives_fields_and_files_with_their_bytes_as_they_came) {
  auto const read =
      parse_multipart(type, token + file + part("Content-Disposition: form-data; name=\"note\"", "a\r\nb") + end);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->fields, (Fields{{"_csrf", "abc"}, {"note", "a\nb"}}));
  ASSERT_EQ(read->files.size(), 1U);
  EXPECT_EQ(read->files[0].field, "file");
  EXPECT_EQ(read->files[0].name, "Mensen \"nieuw\".csv");
  EXPECT_EQ(read->files[0].content, std::string("a;b\r\n\0\xff\r\n------x", 15));
}

TEST(Multipart, takes_an_empty_file_and_an_empty_form) {
  auto const nothing = part(
      "Content-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream", "");
  EXPECT_EQ(parse_multipart(type, nothing + end)->files[0].content, "");
  EXPECT_TRUE(parse_multipart(type, end));
  EXPECT_TRUE(parse_multipart("Multipart/Form-Data; boundary=\"----x1\"", token + "------x1--"));
}

TEST(Multipart, refuses_what_two_readers_could_read_differently) {
  for (auto const& body : std::vector<std::string>{
           "",
           token,
           "preamble\r\n" + token + end,
           token + end + "epilogue",
           token + token.substr(0, 30) + end,
           part("Content-Disposition: form-data", "abc") + end,
           part("Content-Disposition: form-data; name=\"\"", "abc") + end,
           part("Content-Disposition: form-data; name=a", "abc") + end,
           part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "abc") + end,
           part("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x", "abc") + end,
           part("Content-Disposition: attachment; name=\"a\"", "abc") + end,
           part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "abc") +
               end,
           part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "YWJj") + end,
           part("Content-Disposition: form-data; name=\"a\"\r\n folded", "abc") + end,
           part("Content-Disposition:form-data; name=\"a\"", "abc") + end,
           part("Content-Disposition: form-data; name=\"a\nb\"", "abc") + end,
           part("Content-Disposition: form-data; name=\"a\"", "\xff") + end,
           part("Content-Disposition: form-data; name=\"a\"", std::string("a\0b", 3)) + end,
           part("Content-Type: text/plain", "abc") + end,
           "------x1\n" + token.substr(10) + end,
           "------x1 \r\n" + token.substr(10) + end,
       }) {
    EXPECT_FALSE(parse_multipart(type, body)) << body;
  }
  for (char const* const wrong : {"multipart/form-data", "multipart/form-data; boundary=",
                                  "multipart/mixed; boundary=----x1", "multipart/form-data; charset=x; boundary=----x1",
                                  "multipart/form-data; boundary=----x1; a=b", "multipart/form-data; boundary=a b"}) {
    EXPECT_FALSE(parse_multipart(wrong, token + end)) << wrong;
  }
}

TEST(Multipart, takes_no_more_fields_and_files_than_it_says) {
  std::string many;
  for (std::size_t i = 0; i <= most_files; ++i) many += file;
  EXPECT_FALSE(parse_multipart(type, many + end));
  std::string fields;
  for (std::size_t i = 0; i <= most_fields; ++i) fields += token;
  EXPECT_FALSE(parse_multipart(type, fields + end));
}

}  // namespace
}  // namespace lenig::http
