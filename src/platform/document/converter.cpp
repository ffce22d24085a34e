#include "platform/document/converter.hpp"

#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

#include "platform/base/base64.hpp"
#include "platform/document/files.hpp"
#include "platform/document/print.hpp"
#include "platform/document/process.hpp"

namespace lenig::document {

namespace {

using Conversion = Result<std::string, Fault>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_line = 200;

std::string request_for(Format format, std::string const& source) {
  boost::json::object given;
  for (auto const& one : files()) {
    if (format == Format::pdf && !one.name.ends_with(".py")) given[one.name] = base::to_base64(one.text);
  }
  return boost::json::serialize(
      boost::json::object{{"format", base::name_of(format)}, {"source", source}, {"files", std::move(given)}});
}

/// What comes back: lines, and after `made N` as many bytes (converter/convert.py).
class Answer {
 public:
  Answer(std::size_t largest, std::function<void(int)> const& progress) : largest_(largest), progress_(&progress) {}

  /// The end of it, when these bytes bring it.
  std::optional<Conversion> take(std::string_view bytes) {
    text_ += bytes;
    while (!awaited_) {
      auto const end = text_.find('\n');
      if (end == std::string::npos) return text_.size() > longest_line ? failed(Fault::broken) : std::nullopt;
      auto const line = text_.substr(0, end);
      text_.erase(0, end + 1);
      if (auto fault = read_line(line)) return failed(*fault);
    }
    if (text_.size() < *awaited_) return std::nullopt;
    return text_.substr(0, *awaited_);
  }

  /// It ended before that: a converter that said nothing at all did not begin.
  Conversion cut_off() const { return std::unexpected(began_ ? Fault::broken : Fault::missing); }

 private:
  static std::optional<Conversion> failed(Fault fault) { return Conversion(std::unexpected(fault)); }

  std::optional<Fault> read_line(std::string_view line) {
    auto const word = line.substr(0, line.find(' '));
    auto const rest = line.substr(std::min(line.size(), word.size() + 1));
    auto const number = number_in(rest);
    if (word == "progress" && number) return take_progress(*number);
    if (word == "made" && number) return await(*number);
    spdlog::warn("no document: the converter says {}", line);
    if (word == "missing") return Fault::missing;
    return word == "too_large" ? Fault::too_large : Fault::broken;
  }

  static std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
  }

  std::optional<Fault> take_progress(std::size_t percent) {
    began_ = true;
    (*progress_)(static_cast<int>(std::min<std::size_t>(percent, 99)));
    return std::nullopt;
  }

  std::optional<Fault> await(std::size_t size) {
    if (size > largest_) return Fault::too_large;
    awaited_ = size;
    return std::nullopt;
  }

  std::size_t largest_;
  std::function<void(int)> const* progress_;
  std::string text_;
  std::optional<std::size_t> awaited_;
  bool began_ = false;
};

/// Waits until the socket can be read, or written when there is something to write; false at the deadline.
bool wait_for(int socket, bool writes, Clock::time_point deadline, pollfd& ready) {
  auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  ready = {.fd = socket, .events = static_cast<short>(writes ? POLLIN | POLLOUT : POLLIN)};
  return left > 0 && ::poll(&ready, 1, static_cast<int>(left)) != 0;
}

/// Sends what can be sent now, and closes this way when all is sent, or when nobody listens any more.
void send_some(int socket, std::string_view& rest) {
  auto const sent = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) rest.remove_prefix(static_cast<std::size_t>(sent));
  bool const later = sent < 0 && (errno == EAGAIN || errno == EINTR);
  if (sent < 0 && !later) rest = {};
  if (rest.empty()) ::shutdown(socket, SHUT_WR);
}

Conversion talk(int socket, std::string_view request, Clock::time_point deadline, Answer& answer) {
  char part[65'536];
  pollfd ready{};
  while (wait_for(socket, !request.empty(), deadline, ready)) {
    if ((ready.revents & POLLOUT) != 0) send_some(socket, request);
    if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    auto const count = ::recv(socket, part, sizeof part, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count <= 0) return answer.cut_off();
    if (auto ended = answer.take({part, static_cast<std::size_t>(count)})) return std::move(*ended);
  }
  return std::unexpected(Fault::too_long);
}

}  // namespace

std::string_view file(std::string_view name) {
  auto const all = files();
  auto const found = std::ranges::find(all, name, &base::Embedded::name);
  return found == all.end() ? std::string_view() : found->text;
}

Result<std::string, Fault> convert(Converter const& converter, Format format, std::string const& source,
                                   std::function<void(int)> const& progress) {
  auto const deadline = Clock::now() + converter.longest;
  Process const process(converter);
  if (process.socket() < 0) return std::unexpected(Fault::missing);
  Answer answer(converter.largest, progress);
  return talk(process.socket(), request_for(format, source), deadline, answer);
}

std::vector<Hindrance> hindrances(Converter const& converter) {
  std::vector<Hindrance> all;
  auto const makes = [&](Format format) {
    return convert(converter, format, source_of({.title = "Lenig"}, format), [](int) {}).has_value();
  };
  if (!makes(Format::pdf))
    all.push_back({"PDF: cannot be made", "install the Debian packages weasyprint and bubblewrap"});
  if (!makes(Format::docx))
    all.push_back({"DOCX: cannot be made", "install the Debian packages python3-docx and bubblewrap"});
  return all;
}

}  // namespace lenig::document
