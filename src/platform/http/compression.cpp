#include "platform/http/compression.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "platform/http/accept_encoding.hpp"
#include "platform/http/characters.hpp"

namespace lenig::http {

namespace {

constexpr std::size_t one_packet = 1400;  // less than this gains nothing on the wire
constexpr int level = 5;                  // of 9: most of the gain at a third of the time
constexpr int gzip_window = 15 + 16;      // zlib's way of asking for the gzip format
constexpr int memory_level = 8;

bool is_text(Response const& response) {
  return std::ranges::any_of(response.headers, [](auto const& header) {
    bool const is_type = equals_ignoring_case(header.first, "content-type");
    return is_type && (header.second.starts_with("text/") || header.second.starts_with("application/json") ||
                       header.second.starts_with("application/problem+json"));
  });
}

bool has_encoding(Response const& response) {
  return std::ranges::any_of(response.headers,
                             [](auto const& header) { return equals_ignoring_case(header.first, "content-encoding"); });
}

bool takes_gzip(Request const& request) {
  auto const accepted = read_accepted(request.header("accept-encoding").value_or(""));
  return accepted.gzip.value_or(accepted.any.value_or(0)) > 0;
}

std::string gzipped(std::string const& text) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib could not start");
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  int const end = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
  return packed;
}

}  // namespace

void compress(Response& response, Request const& request) {
  if (!response.built_in.empty() || response.body.size() <= one_packet || has_encoding(response) ||
      !is_text(response)) {
    return;
  }
  response.with("Vary", "Accept-Encoding");
  if (!takes_gzip(request)) return;
  response.body = gzipped(response.body);
  response.with("Content-Encoding", "gzip");
}

}  // namespace lenig::http
