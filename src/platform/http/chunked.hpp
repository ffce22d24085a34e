#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace lenig::http {

/// Takes a chunked body apart, as it comes in. Stricter than RFC 9112, 7.1: no chunk extensions and no trailers, as
/// nobody needs them and readers differ over them.
class ChunkedDecoder {
 public:
  enum class State { more, done, malformed, too_large };

  struct Step {
    State state;
    std::size_t used;  // of the input; what is behind a finished body belongs to the next request
  };

  explicit ChunkedDecoder(std::size_t body_limit) : body_limit_(body_limit) {}

  Step feed(std::string_view input);
  std::string take_body() { return std::move(body_); }

 private:
  enum class Place { size, size_feed, content, content_return, content_feed, last_return, last_feed };

  State take_mark(char byte);
  State take_size_character(char byte);
  State take_size_end();
  std::size_t take_content(std::string_view input);
  State expect(char byte, char expected, Place next);

  std::size_t body_limit_;
  std::string body_;
  std::uint64_t chunk_left_ = 0;
  int size_digits_ = 0;
  Place place_ = Place::size;
};

}  // namespace lenig::http
