#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::http {

inline constexpr std::size_t most_headers = 100;

/// Why a header block is not let through.
enum class GateRefusal {
  request_line_malformed,
  method_not_served,
  target_not_origin_form,
  target_character,
  target_percent_encoding,
  target_nul,
  target_not_utf8,
  path_control_character,
  path_dot_segment,
  path_backslash,
  path_double_slash,
  path_encoded_slash,
  version_not_served,
  line_break_bare,
  header_name_malformed,
  header_folded,
  header_value_character,
  headers_too_many,
  header_twice,
  host_missing,
  host_malformed,
  content_length_malformed,
  transfer_encoding_not_served,
  transfer_encoding_with_length,
  expectation_not_served,
};

/// What one header block says: the request but for its body, remote and id, and how the body and the answer travel.
struct GateHeader {
  Request request;
  std::optional<std::uint64_t> content_length;
  bool is_chunked = false;
  bool keeps_alive = true;
  bool expects_continue = false;
};

/// Where the header block at the start of `received` ends: behind CR LF CR LF, or behind the first line break that no
/// block may hold (a bare line feed, an empty first line), which the gate then refuses. Nothing: there is more to come.
std::optional<std::size_t> header_end(std::string_view received);

/// Reads one header block, its last CR LF CR LF included. Refuses whatever two readers could read differently
/// (RFC 9110, RFC 9112), so that what stands before this program and the program itself see the same requests.
std::expected<GateHeader, GateRefusal> pass_gate(std::string_view block);

/// The status that a refusal is answered with; the connection closes behind it.
int status_of(GateRefusal refusal);

}  // namespace lenig::http
