#include "platform/http/exchange.hpp"

#include <cstdint>
#include <utility>

#include "platform/http/remote.hpp"

namespace lenig::http {

Exchange::Exchange(Context const& context) : context_(context), chunks_(context.limits.body_bytes) {
  header_.request.id = new_request_id();
}

std::optional<Refusal> Exchange::take_header(std::string_view block, std::string const& peer) {
  auto passed = pass_gate(block);
  if (!passed) return status_of(passed.error());
  std::swap(passed->request.id, header_.request.id);
  header_ = std::move(*passed);
  header_.request.remote = remote(peer);
  if (header_.content_length.value_or(0) > context_.limits.body_bytes) return 413;
  return std::nullopt;
}

std::string Exchange::remote(std::string const& peer) const {
  if (!context_.behind_proxy) return peer;
  return forwarded_for(header_.request.headers).value_or(peer);
}

bool Exchange::has_body() const { return header_.is_chunked || header_.content_length.value_or(0) > 0; }

std::expected<Exchange::Progress, Refusal> Exchange::take_body(Input& input) {
  return header_.is_chunked ? take_chunks(input) : take_counted(input);
}

std::expected<Exchange::Progress, Refusal> Exchange::take_counted(Input& input) {
  std::uint64_t const length = header_.content_length.value_or(0);
  std::string& body = header_.request.body;
  std::string_view const part = input.view().substr(0, length - body.size());
  body.append(part);
  input.use(part.size());
  return body.size() == length ? Progress::complete : Progress::more;
}

std::expected<Exchange::Progress, Refusal> Exchange::take_chunks(Input& input) {
  auto const [state, used] = chunks_.feed(input.view());
  input.use(used);
  switch (state) {
    case ChunkedDecoder::State::malformed: return std::unexpected(400);
    case ChunkedDecoder::State::too_large: return std::unexpected(413);
    case ChunkedDecoder::State::more: return Progress::more;
    case ChunkedDecoder::State::done: break;
  }
  header_.request.body = chunks_.take_body();
  return Progress::complete;
}

Afterwards Exchange::wish() const {
  return header_.keeps_alive && !context_.is_stopping ? Afterwards::keep : Afterwards::close;
}

void Exchange::answer_by_handler() {
  if (context_.is_abandoned) return answer_self(503, Afterwards::close);
  try {
    afterwards_ = wish();
    response_ = context_.handler(header_.request);
    auto head = answer_head(response_, header_.request.id, afterwards_);
    if (!head) return answer_self(500, wish());
    head_ = std::move(*head);
  } catch (...) {
    answer_self(500, wish());
  }
}

void Exchange::answer_self(Refusal status, Afterwards afterwards) {
  afterwards_ = afterwards;
  response_ = own_answer(status, header_.request.id);
  head_ = answer_head(response_, header_.request.id, afterwards).value();
}

}  // namespace lenig::http
