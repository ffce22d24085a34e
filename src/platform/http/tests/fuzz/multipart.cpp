// A form with files that is read and written again reads the same.
#include "platform/http/multipart.hpp"

#include "platform/http/encoding.hpp"
#include "tests/support/fuzz.hpp"

namespace {

std::string escaped(std::string text) {
  for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at)) text.replace(at, 1, "%22");
  return text;
}

std::string written(lenig::http::Multipart const& form) {
  std::string body;
  for (auto const& [name, value] : form.fields)
    body += "--b\r\nContent-Disposition: form-data; name=\"" + escaped(name) + "\"\r\n\r\n" + value + "\r\n";
  for (auto const& file : form.files) {
    body += "--b\r\nContent-Disposition: form-data; name=\"" + escaped(file.field) + "\"; filename=\"" +
            escaped(file.name) + "\"\r\n\r\n" + file.content + "\r\n";
  }
  return body + "--b--\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  using namespace lenig::http;
  constexpr auto type = "multipart/form-data; boundary=b";
  auto const read = parse_multipart(type, std::string_view(bytes, length));
  if (!read) return 0;
  must(read->fields.size() <= most_fields && read->files.size() <= most_files);
  for (auto const& [name, value] : read->fields) must(is_utf8(name) && is_utf8(value) && !value.contains('\0'));
  for (auto const& file : read->files) must(is_utf8(file.name) && !file.content.contains("\r\n--b"));
  auto const again = parse_multipart(type, written(*read));
  must(again.has_value());
  must(again->fields == read->fields && again->files.size() == read->files.size());
  for (std::size_t i = 0; i < read->files.size(); ++i) must(again->files[i].content == read->files[i].content);
  return 0;
}
