// A chunked body reads the same whether it comes at once or in pieces of any length.
#include "platform/http/chunked.hpp"
#include "tests/support/fuzz.hpp"

namespace {

using lenig::http::ChunkedDecoder;

constexpr std::size_t limit = 4096;

struct Read {
  ChunkedDecoder::State state = ChunkedDecoder::State::more;
  std::size_t used = 0;
  std::string body;
  bool operator==(Read const&) const = default;
};

Read in_pieces(std::string_view input, std::size_t piece) {
  ChunkedDecoder decoder(limit);
  Read read;
  while (read.used < input.size() && read.state == ChunkedDecoder::State::more) {
    auto const part = input.substr(read.used, piece);
    auto const step = decoder.feed(part);
    must(step.used <= part.size());
    must(step.state != ChunkedDecoder::State::more || step.used == part.size());
    read.used += step.used;
    read.state = step.state;
  }
  read.body = decoder.take_body();
  must(read.body.size() <= limit);
  return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(char const* bytes, std::size_t length) {
  if (length < 2) return 0;
  std::string_view const input(bytes + 1, length - 1);
  std::size_t const piece = 1 + static_cast<unsigned char>(bytes[0]) % 7U;
  auto const whole = in_pieces(input, input.size());
  auto const parts = in_pieces(input, piece);
  if (whole.state == ChunkedDecoder::State::done || whole.state == ChunkedDecoder::State::more)
    return must(whole == parts);
  return must(whole.state == parts.state);
}
