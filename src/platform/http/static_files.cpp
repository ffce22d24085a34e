#include "platform/http/static_files.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "platform/http/accept_encoding.hpp"
#include "platform/http/characters.hpp"

namespace lenig::http {
namespace {

/// One form of an asset, and the suffix that keeps its tag apart from the tags of the other forms.
struct Representation {
  std::string_view encoding;
  std::string_view tag_suffix;
  std::string_view content;
};

/// The heaviest form; of equals the smallest. A browser that refuses them all gets the plain one all the same.
Representation best_of(Asset const& asset, std::string_view accept_encoding) {
  Accepted const accepted = read_accepted(accept_encoding);
  int const brotli = asset.brotli.empty() ? 0 : accepted.brotli.value_or(accepted.any.value_or(0));
  int const gzip = asset.gzip.empty() ? 0 : accepted.gzip.value_or(accepted.any.value_or(0));
  int const plain = accepted.identity.value_or(0);
  if (brotli > 0 && brotli >= gzip && brotli >= plain) return {"br", "-br", asset.brotli};
  if (gzip > 0 && gzip >= plain) return {"gzip", "-gz", asset.gzip};
  return {"", "", asset.plain};
}

std::string tag_of(Asset const& asset, Representation const& chosen) {
  std::string tag{asset.etag};
  if (tag.ends_with('"')) tag.insert(tag.size() - 1, chosen.tag_suffix);
  return tag;
}

std::string_view without_weakness(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

/// Taken in eights; each step is a bijection, so two texts of one length that differ in one place never meet.
std::uint64_t hash(std::string_view text) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
  std::size_t const size = text.size();
  std::uint64_t state = odd;
  while (!text.empty()) {
    std::size_t const count = std::min<std::size_t>(text.size(), 8);
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), count);
    state = (state ^ word) * 0xd6e8feb86659fd93U;
    state ^= state >> 32U;
    text.remove_prefix(count);
  }
  state = (state ^ size) * odd;
  return state ^ (state >> 32U);
}

}  // namespace

std::optional<Response> serve_asset(std::span<Asset const> assets, Request const& request) {
  if (request.method == Method::post) return std::nullopt;
  auto const asset = std::ranges::find(assets, request.path, &Asset::path);
  if (asset == assets.end()) return std::nullopt;
  Representation const chosen = best_of(*asset, request.header("accept-encoding").value_or(""));
  std::string const tag = tag_of(*asset, chosen);

  Response response;
  response.with("ETag", tag).with("Vary", "Accept-Encoding");
  response.with("Cache-Control", "public, max-age=31536000, immutable");
  if (matches(request.header("if-none-match").value_or(""), tag)) {
    response.status = 304;
    return response;
  }
  response.with("Content-Type", std::string{asset->content_type});
  if (!chosen.encoding.empty()) response.with("Content-Encoding", std::string{chosen.encoding});
  response.built_in = chosen.content;
  return response;
}

std::string etag_of(std::string_view body) {
  constexpr std::string_view hexadecimal_digits = "0123456789abcdef";
  std::uint64_t const value = hash(body);
  std::string tag(18, '"');
  for (std::size_t at = 0; at < 16; ++at) tag[at + 1] = hexadecimal_digits[(value >> (60 - 4 * at)) & 0xfU];
  return tag;
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  if (trimmed(if_none_match) == "*") return true;
  bool found = false;
  each_element(if_none_match, [&](std::string_view tag) {
    std::string_view const opaque = without_weakness(tag);
    bool const is_tag = opaque.size() >= 2 && opaque.starts_with('"') && opaque.ends_with('"');
    found = found || (is_tag && opaque == without_weakness(etag));
  });
  return found;
}

}  // namespace lenig::http
