#include "platform/http/multipart.hpp"

#include <algorithm>

#include "platform/http/characters.hpp"
#include "platform/http/encoding.hpp"

namespace lenig::http {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=";
constexpr std::size_t longest_boundary = 70;

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return result;
}

bool is_of_boundary(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("'()+_,-./:=?").contains(c);
}

std::optional<std::string_view> boundary_of(std::string_view content_type) {
  if (content_type.size() <= type.size() || lower(content_type.substr(0, type.size())) != type) return std::nullopt;
  auto boundary = content_type.substr(type.size());
  if (boundary.size() > 2 && boundary.starts_with('"') && boundary.ends_with('"'))
    boundary = boundary.substr(1, boundary.size() - 2);
  if (boundary.size() > longest_boundary || !std::ranges::all_of(boundary, is_of_boundary)) return std::nullopt;
  return boundary;
}

/// What stands behind a parameter's `name="`, up to the next quote: browsers write a quote or a line end in it as %22,
/// %0D and %0A, and nothing else.
std::optional<std::string> quoted(std::string_view& rest, std::string_view start) {
  if (!rest.starts_with(start)) return std::nullopt;
  rest.remove_prefix(start.size());
  auto const end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  std::string text(rest.substr(0, end));
  rest.remove_prefix(end + 1);
  for (auto const& [written, meant] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}}) {
    for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1))
      text.replace(at, 3, meant);
  }
  bool const readable = is_utf8(text) && std::ranges::none_of(text, [](char c) { return c >= 0 && c < 0x20; });
  return readable ? std::optional(text) : std::nullopt;
}

struct Disposition {
  std::string name;
  std::optional<std::string> file;
};

std::optional<Disposition> disposition_in(std::string_view value) {
  auto name = quoted(value, "form-data; name=\"");
  if (!name || name->empty()) return std::nullopt;
  Disposition found{.name = std::move(*name)};
  if (value.empty()) return found;
  found.file = quoted(value, "; filename=\"");
  return found.file && value.empty() ? std::optional(found) : std::nullopt;
}

/// The header lines of a part, each with its line end: one disposition, and a type at most.
std::optional<Disposition> read_header(std::string_view header) {
  std::optional<Disposition> disposition;
  bool has_type = false;
  while (!header.empty()) {
    auto const end = header.find("\r\n");
    auto const line = header.substr(0, end);
    header.remove_prefix(end + 2);
    auto const colon = line.find(": ");
    if (colon == std::string_view::npos || line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
      return std::nullopt;
    auto const name = lower(line.substr(0, colon));
    if (name == "content-disposition" && !disposition) {
      disposition = disposition_in(line.substr(colon + 2));
      if (!disposition) return std::nullopt;
    } else if (name == "content-type" && !has_type) {
      has_type = true;
    } else {
      return std::nullopt;
    }
  }
  return disposition;
}

class Reader {
 public:
  Reader(std::string_view boundary, std::string_view body) : line_("\r\n--" + std::string(boundary)), rest_(body) {}

  std::optional<Multipart> read() {
    auto const first = std::string_view(line_).substr(2);
    if (!rest_.starts_with(first)) return std::nullopt;
    rest_.remove_prefix(first.size());
    while (!rest_.starts_with("--")) {
      if (!read_part()) return std::nullopt;
    }
    return rest_ == "--" || rest_ == "--\r\n" ? std::optional(std::move(found_)) : std::nullopt;
  }

 private:
  bool read_part() {
    if (!rest_.starts_with("\r\n")) return false;
    rest_.remove_prefix(2);
    auto const header_ends = rest_.find("\r\n\r\n");
    if (header_ends == std::string_view::npos) return false;
    auto const disposition = read_header(rest_.substr(0, header_ends + 2));
    rest_.remove_prefix(header_ends + 4);
    // The line end before a boundary belongs to it, so an empty part ends at the one behind its header.
    auto const ends = rest_.find(line_);
    if (!disposition || ends == std::string_view::npos) return false;
    auto const content = rest_.substr(0, ends);
    rest_.remove_prefix(ends + line_.size());
    return disposition->file ? take_file(*disposition, content) : take_field(*disposition, content);
  }

  bool take_file(Disposition const& disposition, std::string_view content) {
    if (found_.files.size() == most_files) return false;
    found_.files.push_back({disposition.name, *disposition.file, std::string(content)});
    return true;
  }

  bool take_field(Disposition const& disposition, std::string_view content) {
    if (found_.fields.size() == most_fields || content.contains('\0') || !is_utf8(content)) return false;
    found_.fields.emplace_back(disposition.name, with_plain_line_ends(std::string(content)));
    return true;
  }

  std::string line_;
  std::string_view rest_;
  Multipart found_;
};

}  // namespace

std::optional<Multipart> parse_multipart(std::string_view content_type, std::string_view body) {
  auto const boundary = boundary_of(content_type);
  if (!boundary) return std::nullopt;
  return Reader(*boundary, body).read();
}

}  // namespace lenig::http
