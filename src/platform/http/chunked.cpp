#include "platform/http/chunked.hpp"

#include <algorithm>
#include <utility>

#include "platform/http/characters.hpp"

namespace lenig::http {

ChunkedDecoder::Step ChunkedDecoder::feed(std::string_view input) {
  std::size_t used = 0;
  while (used < input.size()) {
    if (place_ == Place::content) {
      used += take_content(input.substr(used));
      continue;
    }
    State const state = take_mark(input[used]);
    ++used;
    if (state != State::more) return {state, used};
  }
  return {State::more, used};
}

std::size_t ChunkedDecoder::take_content(std::string_view input) {
  std::size_t const count = std::min<std::uint64_t>(chunk_left_, input.size());
  body_.append(input.substr(0, count));
  chunk_left_ -= count;
  if (chunk_left_ == 0) place_ = Place::content_return;
  return count;
}

ChunkedDecoder::State ChunkedDecoder::take_mark(char byte) {
  switch (place_) {
    case Place::size: return take_size_character(byte);
    case Place::size_feed: return byte == '\n' ? take_size_end() : State::malformed;
    case Place::content_return: return expect(byte, '\r', Place::content_feed);
    case Place::content_feed: return expect(byte, '\n', Place::size);
    case Place::last_return: return expect(byte, '\r', Place::last_feed);
    case Place::last_feed: return byte == '\n' ? State::done : State::malformed;
    case Place::content: break;
  }
  std::unreachable();
}

ChunkedDecoder::State ChunkedDecoder::take_size_character(char byte) {
  if (byte == '\r' && size_digits_ > 0) {
    place_ = Place::size_feed;
    return State::more;
  }
  constexpr int most_digits = 8;
  int const digit = hexadecimal(byte);
  if (digit < 0 || size_digits_ == most_digits) return State::malformed;
  chunk_left_ = chunk_left_ * 16 + static_cast<std::uint64_t>(digit);
  ++size_digits_;
  return State::more;
}

ChunkedDecoder::State ChunkedDecoder::take_size_end() {
  size_digits_ = 0;
  if (chunk_left_ > body_limit_ - body_.size()) return State::too_large;
  place_ = chunk_left_ == 0 ? Place::last_return : Place::content;
  return State::more;
}

ChunkedDecoder::State ChunkedDecoder::expect(char byte, char expected, Place next) {
  if (byte != expected) return State::malformed;
  place_ = next;
  return State::more;
}

}  // namespace lenig::http
