// GMime and libcurl bring some forty libraries along; they are loaded when the first mail leaves.
#include "platform/mail/transport.hpp"

#include <curl/curl.h>
#include <gmime/gmime.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace lenig::mail {

namespace {

template <class T>
struct Unreferenced {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreferenced<T>>;

void add_address(GMimeMessage* message, GMimeAddressType type, std::string const& address) {
  g_mime_message_add_mailbox(message, type, nullptr, address.c_str());
}

std::string compose(std::string const& from, std::string const& to, std::string const& subject, std::string const& text,
                    std::string const& id) {
  static bool const started = (g_mime_init(), true);
  static_cast<void>(started);
  Owned<GMimeMessage> const message(g_mime_message_new(TRUE));
  add_address(message.get(), GMIME_ADDRESS_TYPE_FROM, from);
  add_address(message.get(), GMIME_ADDRESS_TYPE_TO, to);
  g_mime_message_set_subject(message.get(), subject.c_str(), "utf-8");
  g_mime_message_set_message_id(message.get(), id.c_str());
  std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> const now(g_date_time_new_now_utc(), g_date_time_unref);
  g_mime_message_set_date(message.get(), now.get());
  g_mime_object_set_header(GMIME_OBJECT(message.get()), "Auto-Submitted", "auto-generated", nullptr);

  Owned<GMimeTextPart> const part(g_mime_text_part_new_with_subtype("plain"));
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), text.c_str());
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(part.get()));

  // Every server takes lines of ASCII that are not too long and end in CR LF (RFC 5321, 4.5.3.1.6 and 2.3.8).
  g_mime_object_encode(GMIME_OBJECT(message.get()), GMIME_ENCODING_CONSTRAINT_7BIT);
  std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> const format(g_mime_format_options_new(),
                                                                                          g_mime_format_options_free);
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  Owned<GMimeStream> const stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(message.get()), format.get(), stream.get());
  auto const* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<char const*>(bytes->data), bytes->len};
}

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& rest = *static_cast<std::string_view*>(user);
  auto const given = std::min(size * count, rest.size());
  std::memcpy(buffer, rest.data(), given);
  rest.remove_prefix(given);
  return given;
}

void send(std::string const& url, std::string const& user, std::string const& password, std::string const& from,
          std::string const& to, std::string const& mime) {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const curl(curl_easy_init(), curl_easy_cleanup);
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> const recipients(
      curl_slist_append(nullptr, ("<" + to + ">").c_str()), curl_slist_free_all);
  std::string_view rest = mime;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (!user.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, user.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, password.c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  auto const code = curl_easy_perform(curl.get());
  if (code != CURLE_OK)
    throw std::runtime_error(std::string("the mail server did not take a message: ") + curl_easy_strerror(code));
}

}  // namespace

}  // namespace lenig::mail

extern "C" lenig::mail::Transport const* lenig_mail_transport() {
  static lenig::mail::Transport const transport{lenig::mail::compose, lenig::mail::send};
  return &transport;
}
