#include <memory>
#include <mutex>

#include "platform/mail/modules/gmime.hpp"
#include "platform/mail/modules/modules.hpp"

namespace lenig::mail {

namespace {

void add_address(GMimeMessage* message, GMimeAddressType type, std::string const& address) {
  g_mime_message_add_mailbox(message, type, nullptr, address.c_str());
}

Owned<GMimePart> text_part(char const* subtype, std::string const& text) {
  auto* const part = g_mime_text_part_new_with_subtype(subtype);
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text.c_str());
  return Owned<GMimePart>(GMIME_PART(part));
}

/// Outlook reads the part within the text, Apple's and Google's programs that or the file.
Owned<GMimeObject> with_calendar(Letter const& letter) {
  Owned<GMimeMultipart> const ways(g_mime_multipart_new_with_subtype("alternative"));
  g_mime_multipart_add(ways.get(), GMIME_OBJECT(text_part("plain", letter.text).get()));
  auto const invitation = text_part("calendar", letter.calendar);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(invitation.get()), "method", letter.calendar_method.c_str());
  g_mime_part_set_content_encoding(invitation.get(), GMIME_CONTENT_ENCODING_BASE64);  // its line ends are its own
  g_mime_multipart_add(ways.get(), GMIME_OBJECT(invitation.get()));

  auto const file = text_part("calendar", letter.calendar);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(file.get()), "name", "invite.ics");
  Owned<GMimeContentType> const type(g_mime_content_type_new("application", "ics"));
  g_mime_content_type_set_parameter(type.get(), "name", "invite.ics");
  g_mime_object_set_content_type(GMIME_OBJECT(file.get()), type.get());
  g_mime_object_set_disposition(GMIME_OBJECT(file.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(file.get(), "invite.ics");
  g_mime_part_set_content_encoding(file.get(), GMIME_CONTENT_ENCODING_BASE64);

  Owned<GMimeMultipart> const all(g_mime_multipart_new_with_subtype("mixed"));
  g_mime_multipart_add(all.get(), GMIME_OBJECT(ways.get()));
  g_mime_multipart_add(all.get(), GMIME_OBJECT(file.get()));
  // Made of the letter's own id, so that it is the same message whenever it is sent.
  g_mime_multipart_set_boundary(ways.get(), ("=_ways_" + letter.id).c_str());
  g_mime_multipart_set_boundary(all.get(), ("=_all_" + letter.id).c_str());
  return Owned<GMimeObject>(GMIME_OBJECT(g_object_ref(all.get())));
}

Owned<GMimeObject> body_of(Letter const& letter) {
  if (!letter.calendar.empty()) return with_calendar(letter);
  auto const part = text_part("plain", letter.text);
  return Owned<GMimeObject>(GMIME_OBJECT(g_object_ref(part.get())));
}

}  // namespace

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string compose(Letter const& letter) {
  start_gmime();
  Owned<GMimeMessage> const message(g_mime_message_new(TRUE));
  add_address(message.get(), GMIME_ADDRESS_TYPE_FROM, letter.from);
  add_address(message.get(), GMIME_ADDRESS_TYPE_TO, letter.to);
  if (!letter.reply_to.empty()) add_address(message.get(), GMIME_ADDRESS_TYPE_REPLY_TO, letter.reply_to);
  g_mime_message_set_subject(message.get(), letter.subject.c_str(), "utf-8");
  g_mime_message_set_message_id(message.get(), letter.id.c_str());
  std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> const date(g_date_time_new_from_unix_utc(letter.seconds),
                                                                      g_date_time_unref);
  g_mime_message_set_date(message.get(), date.get());
  g_mime_object_set_header(GMIME_OBJECT(message.get()), "Auto-Submitted", "auto-generated", nullptr);
  g_mime_message_set_mime_part(message.get(), body_of(letter).get());

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

}  // namespace lenig::mail
