#include "platform/http/gate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "platform/http/characters.hpp"
#include "platform/http/encoding.hpp"

namespace lenig::http {
namespace {

using Refused = std::optional<GateRefusal>;

/// RFC 3986, 3.3 and 3.4: unreserved, sub-delims, ":", "@", "/", and "%" for the encodings.
constexpr ByteSet path_characters{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%"};
constexpr ByteSet query_characters{
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%?"};

/// Names in use: narrower than RFC 3986, 3.2.2, that also lets through sub-delims and percent-encodings.
constexpr ByteSet host_characters{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._"};
constexpr ByteSet address_characters{"0123456789abcdefABCDEF:."};

/// Headers of which a second one would leave it to the reader which counts.
constexpr std::array<std::string_view, 14> singular_headers{
    "authorization", "content-encoding",  "content-length", "content-type", "cookie",  "expect",
    "host",          "if-modified-since", "origin",         "range",        "referer", "transfer-encoding",
    "upgrade",       "user-agent"};

/// Reads one block. The members stand in the order in which the block is read.
class Reader {
 public:
  std::expected<GateHeader, GateRefusal> read(std::string_view block) {
    Refused refused = line_breaks(block);
    if (!refused) refused = request_line(next_line(block));
    while (!refused && block != "\r\n") refused = header_line(next_line(block));
    if (!refused) refused = host();
    if (!refused) refused = content_length();
    if (!refused) refused = transfer_encoding();
    if (!refused) refused = expectation();
    if (!refused && !method_is_served_) refused = GateRefusal::method_not_served;
    if (refused) return std::unexpected(*refused);
    header_.keeps_alive = keeps_alive();
    return std::move(header_);
  }

 private:
  static Refused line_breaks(std::string_view block) {
    for (std::size_t at = 0; at < block.size(); ++at) {
      bool const is_pair = block[at] == '\r' && at + 1 < block.size() && block[at + 1] == '\n';
      if (is_pair) {
        ++at;
      } else if (block[at] == '\r' || block[at] == '\n') {
        return GateRefusal::line_break_bare;
      }
    }
    if (!block.ends_with("\r\n\r\n")) return GateRefusal::request_line_malformed;
    return std::nullopt;
  }

  static std::string_view next_line(std::string_view& block) {
    std::size_t const end = block.find("\r\n");
    std::string_view const line = block.substr(0, end);
    block.remove_prefix(end + 2);
    return line;
  }

  Refused request_line(std::string_view line) {
    std::size_t const first_space = line.find(' ');
    std::size_t const last_space = line.rfind(' ');
    if (first_space == last_space) return GateRefusal::request_line_malformed;
    std::string_view const method = line.substr(0, first_space);
    std::string_view const target = line.substr(first_space + 1, last_space - first_space - 1);
    if (!is_token(method) || target.empty() || target.contains(' ')) return GateRefusal::request_line_malformed;
    read_method(method);
    Refused const refused = read_target(target);
    return refused ? refused : read_version(line.substr(last_space + 1));
  }

  void read_method(std::string_view method) {
    method_is_served_ = method == "GET" || method == "HEAD" || method == "POST";
    if (method == "HEAD") header_.request.method = Method::head;
    if (method == "POST") header_.request.method = Method::post;
  }

  Refused read_target(std::string_view target) {
    if (!target.starts_with('/')) return GateRefusal::target_not_origin_form;
    std::size_t const mark = target.find('?');
    std::string_view const query = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
    header_.request.target = target;
    header_.request.query = query;
    Refused const refused = check_query(query);
    return refused ? refused : read_path(target.substr(0, mark));
  }

  static Refused check_query(std::string_view query) {
    if (!query_characters.holds_all(query)) return GateRefusal::target_character;
    auto const decoded = percent_decoded(query, Plus::space);
    if (!decoded) return GateRefusal::target_percent_encoding;
    if (decoded->contains('\0')) return GateRefusal::target_nul;
    if (!is_utf8(*decoded)) return GateRefusal::target_not_utf8;
    return std::nullopt;
  }

  Refused read_path(std::string_view raw) {
    if (raw.contains('\\')) return GateRefusal::path_backslash;
    if (!path_characters.holds_all(raw)) return GateRefusal::target_character;
    auto decoded = percent_decoded(raw, Plus::literal);
    if (!decoded) return GateRefusal::target_percent_encoding;
    if (decoded->contains('\0')) return GateRefusal::target_nul;
    if (!is_utf8(*decoded)) return GateRefusal::target_not_utf8;
    if (has_control_character(*decoded)) return GateRefusal::path_control_character;
    if (decoded->contains('\\')) return GateRefusal::path_backslash;
    // A slash that came encoded would split a segment here, but not in a proxy that matched the raw path.
    if (std::ranges::count(*decoded, '/') != std::ranges::count(raw, '/')) return GateRefusal::path_encoded_slash;
    if (decoded->contains("//")) return GateRefusal::path_double_slash;
    if (has_dot_segment(*decoded)) return GateRefusal::path_dot_segment;
    header_.request.path = std::move(*decoded);
    return std::nullopt;
  }

  static bool has_dot_segment(std::string_view path) {
    return path.contains("/./") || path.contains("/../") || path.ends_with("/.") || path.ends_with("/..");
  }

  Refused read_version(std::string_view version) {
    is_version_1_1_ = version == "HTTP/1.1";
    if (!is_version_1_1_ && version != "HTTP/1.0") return GateRefusal::version_not_served;
    return std::nullopt;
  }

  Refused header_line(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) return GateRefusal::header_folded;
    std::size_t const colon = line.find(':');
    std::string_view const name = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_token(name)) return GateRefusal::header_name_malformed;
    std::string_view const value = trimmed(line.substr(colon + 1));
    if (!is_value(value)) return GateRefusal::header_value_character;
    return keep(name, value);
  }

  Refused keep(std::string_view name, std::string_view value) {
    Headers& headers = header_.request.headers;
    if (headers.size() == most_headers) return GateRefusal::headers_too_many;
    std::string lower_name{name};
    std::ranges::transform(lower_name, lower_name.begin(), lower);
    bool const is_singular = std::ranges::find(singular_headers, lower_name) != singular_headers.end();
    if (is_singular && header_.request.header(lower_name)) return GateRefusal::header_twice;
    headers.emplace_back(std::move(lower_name), value);
    return std::nullopt;
  }

  Refused host() const {
    auto const host = header_.request.header("host");
    if (!host) return GateRefusal::host_missing;
    bool const is_literal = host->starts_with('[');
    std::size_t const name_end = is_literal ? host->find(']') : std::min(host->find(':'), host->size());
    if (name_end == std::string_view::npos) return GateRefusal::host_malformed;
    std::string_view const name = is_literal ? host->substr(1, name_end - 1) : host->substr(0, name_end);
    std::string_view const rest = host->substr(is_literal ? name_end + 1 : name_end);
    bool const is_name = !name.empty() && (is_literal ? address_characters : host_characters).holds_all(name);
    if (!is_name || (!rest.empty() && !is_port(rest))) return GateRefusal::host_malformed;
    return std::nullopt;
  }

  static bool is_port(std::string_view colon_and_port) {
    std::string_view const port = colon_and_port.substr(1);
    if (!colon_and_port.starts_with(':') || port.empty() || !digits.holds_all(port)) return false;
    std::uint16_t number = 0;
    return std::from_chars(port.data(), port.data() + port.size(), number).ec == std::errc{};
  }

  Refused content_length() {
    auto const text = header_.request.header("content-length");
    if (!text) return std::nullopt;
    if (text->empty() || !digits.holds_all(*text)) return GateRefusal::content_length_malformed;
    std::uint64_t length = 0;
    auto const outcome = std::from_chars(text->data(), text->data() + text->size(), length);
    if (outcome.ec != std::errc{}) return GateRefusal::content_length_malformed;
    header_.content_length = length;
    return std::nullopt;
  }

  Refused transfer_encoding() {
    auto const coding = header_.request.header("transfer-encoding");
    if (!coding) return std::nullopt;
    if (!is_version_1_1_ || *coding != "chunked") return GateRefusal::transfer_encoding_not_served;
    if (header_.content_length) return GateRefusal::transfer_encoding_with_length;
    header_.is_chunked = true;
    return std::nullopt;
  }

  Refused expectation() {
    auto const expected = header_.request.header("expect");
    if (!expected) return std::nullopt;
    if (!equals_ignoring_case(*expected, "100-continue")) return GateRefusal::expectation_not_served;
    header_.expects_continue = is_version_1_1_;  // RFC 9110, 10.1.1: not for 1.0
    return std::nullopt;
  }

  bool keeps_alive() const {
    bool asks_close = false;
    bool asks_keep = false;
    for (auto const& [name, value] : header_.request.headers) {
      if (name != "connection") continue;
      each_element(value, [&](std::string_view option) {
        asks_close = asks_close || equals_ignoring_case(option, "close");
        asks_keep = asks_keep || equals_ignoring_case(option, "keep-alive");
      });
    }
    return !asks_close && (is_version_1_1_ || asks_keep);
  }

  GateHeader header_;
  bool method_is_served_ = false;
  bool is_version_1_1_ = false;
};

}  // namespace

std::optional<std::size_t> header_end(std::string_view received) {
  std::size_t line_start = 0;
  std::size_t feed = received.find('\n');
  while (feed != std::string_view::npos) {
    bool const is_bare = feed == line_start || received[feed - 1] != '\r';
    bool const is_empty_line = feed == line_start + 1;
    if (is_bare || is_empty_line) return feed + 1;
    line_start = feed + 1;
    feed = received.find('\n', line_start);
  }
  return std::nullopt;
}

std::expected<GateHeader, GateRefusal> pass_gate(std::string_view block) { return Reader{}.read(block); }

int status_of(GateRefusal refusal) {
  if (refusal == GateRefusal::method_not_served) return 405;
  if (refusal == GateRefusal::expectation_not_served) return 417;
  return 400;
}

}  // namespace lenig::http
