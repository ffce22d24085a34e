#include <curl/curl.h>

#include <array>
#include <cctype>
#include <cstring>
#include <memory>
#include <string_view>

#include "platform/mail/modules/modules.hpp"

namespace lenig::mail {

namespace {

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& rest = *static_cast<std::string_view*>(user);
  auto const given = std::min(size * count, rest.size());
  std::memcpy(buffer, rest.data(), given);
  rest.remove_prefix(given);
  return given;
}

/// Keeps the last refusal that the server said: libcurl takes its leave behind it, and hears an answer to that.
std::size_t hear(char* line, std::size_t size, std::size_t count, void* user) {
  std::string_view said(line, size * count);
  while (!said.empty() && (said.back() == '\n' || said.back() == '\r')) said.remove_suffix(1);
  if (said.starts_with('4') || said.starts_with('5')) *static_cast<std::string*>(user) = said;
  return size * count;
}

/// The status in a reply (RFC 2034, 4: "550 5.1.1 …"), or one made of its first digit.
std::string status_in(std::string_view reply) {
  if (reply.size() < 4) return "4.0.0";
  auto const word = reply.substr(4, reply.find(' ', 4) - 4);
  int points = 0;
  bool is_status = word.starts_with(reply[0]) && word.size() <= 9;
  for (char const c : word) {
    points += c == '.';
    is_status = is_status && (c == '.' || std::isdigit(static_cast<unsigned char>(c)) != 0);
  }
  return is_status && points == 2 ? std::string(word) : std::string(1, reply[0]) + ".0.0";
}

class Connection {
 public:
  explicit Connection(Server const& server) : curl_(curl_easy_init(), curl_easy_cleanup) {
    set(CURLOPT_URL, server.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!server.user.empty()) {
      set(CURLOPT_USERNAME, server.user.c_str());
      set(CURLOPT_PASSWORD, server.password.c_str());
    }
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_HEADERFUNCTION, hear);
    set(CURLOPT_HEADERDATA, &said_);
    set(CURLOPT_ERRORBUFFER, error_.data());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_CONNECTTIMEOUT, 10L);
    set(CURLOPT_TIMEOUT, 60L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_NODELAY, 1L);
  }

  Delivery send(std::string const& envelope_from, std::string const& to, std::string const& mime) {
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> const recipients(
        curl_slist_append(nullptr, ("<" + to + ">").c_str()), curl_slist_free_all);
    auto const from = "<" + envelope_from + ">";
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mime.size()));
    auto delivery = attempt(mime);
    // The server may have closed the connection that was kept.
    if (delivery.outcome == Outcome::away && was_kept()) delivery = attempt(mime);
    return delivery;
  }

 private:
  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(curl_.get(), option, value);
  }

  Delivery attempt(std::string_view mime) {
    auto rest = mime;
    said_.clear();
    error_[0] = '\0';
    set(CURLOPT_READDATA, &rest);
    auto const code = curl_easy_perform(curl_.get());
    return code == CURLE_OK ? Delivery{} : judged(code, rest.size() < mime.size());
  }

  bool was_kept() const {
    long made = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_NUM_CONNECTS, &made);
    return made == 0;
  }

  /// Whose fault it is. libcurl names the step that failed; after the text was given, it is the text's.
  Delivery judged(CURLcode code, bool text_was_given) const {
    std::string_view const why(error_.data());
    bool const of_recipient = why.starts_with("RCPT failed");
    bool const of_letter = of_recipient || why.starts_with("DATA failed") || text_was_given;
    if (!of_letter && !why.starts_with("MAIL failed"))
      return {Outcome::away, "4.4.1", why.empty() ? curl_easy_strerror(code) : std::string(why)};
    bool const for_good = of_letter && said_.starts_with('5');
    return {for_good ? Outcome::refused_for_good : Outcome::refused_for_now, status_in(said_),
            said_.empty() ? std::string(why) : said_};
  }

  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
  std::string said_;
  std::array<char, CURL_ERROR_SIZE> error_{};
};

}  // namespace

Send connect(Server const& server) {
  auto const connection = std::make_shared<Connection>(server);
  return [connection](std::string const& envelope_from, std::string const& to, std::string const& mime) {
    return connection->send(envelope_from, to, mime);
  };
}

}  // namespace lenig::mail
