#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/answer.hpp"
#include "platform/http/chunked.hpp"
#include "platform/http/context.hpp"
#include "platform/http/gate.hpp"
#include "platform/http/http.hpp"
#include "platform/http/input.hpp"

namespace lenig::http {

/// The status to refuse with. `nobody`: the peer is gone, or has not asked anything.
using Refusal = int;
inline constexpr Refusal nobody = 0;

/// One request and its answer, without the socket. Members stand in the order in which a request meets them.
class Exchange {
 public:
  enum class Progress { more, complete };

  explicit Exchange(Context const& context);

  /// Reads the header block. Why it is refused, or nothing.
  std::optional<Refusal> take_header(std::string_view block, std::string const& peer);

  bool has_body() const;
  bool expects_continue() const { return header_.expects_continue; }
  /// Takes what is there of the body, and no more than that.
  std::expected<Progress, Refusal> take_body(Input& input);

  /// How the connection goes on behind the answer, for all that the request and the server know.
  Afterwards wish() const;
  /// On a worker's thread.
  void answer_by_handler();
  void answer_self(Refusal status, Afterwards afterwards);

  std::string_view head() const { return head_; }
  std::string_view content() const { return answer_content(response_, header_.request.method); }
  Afterwards afterwards() const { return afterwards_; }

 private:
  std::string remote(std::string const& peer) const;
  std::expected<Progress, Refusal> take_counted(Input& input);
  std::expected<Progress, Refusal> take_chunks(Input& input);

  Context const& context_;
  GateHeader header_;
  ChunkedDecoder chunks_;
  Response response_;
  std::string head_;
  Afterwards afterwards_ = Afterwards::keep;
};

}  // namespace lenig::http
