#include <memory>
#include <mutex>

#include "platform/mail/modules/gmime.hpp"
#include "platform/mail/modules/modules.hpp"

namespace lenig::mail {

namespace {

void add_address(GMimeMessage* message, GMimeAddressType type, std::string const& address) {
  g_mime_message_add_mailbox(message, type, nullptr, address.c_str());
}

Owned<GMimePart> text_part(std::string const& text) {
  auto* const part = g_mime_text_part_new_with_subtype("plain");
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text.c_str());
  return Owned<GMimePart>(GMIME_PART(part));
}

/// Bytes as they are: GMime would write a text in the smallest alphabet that holds it, and a calendar is UTF-8, with
/// line ends of its own.
Owned<GMimePart> calendar_part(char const* type, char const* subtype, std::string const& bytes) {
  Owned<GMimePart> part(g_mime_part_new_with_type(type, subtype));
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeDataWrapper> const content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

void add_part(GMimeMultipart* to, GMimePart* part) { g_mime_multipart_add(to, GMIME_OBJECT(part)); }

/// Made of the letter's own id, so that it is the same message whenever it is sent; not too long (RFC 2046, 5.1.1).
Owned<GMimeMultipart> multipart(char const* subtype, Letter const& letter) {
  Owned<GMimeMultipart> made(g_mime_multipart_new_with_subtype(subtype));
  g_mime_multipart_set_boundary(made.get(), (std::string(subtype) + "-" + letter.id.substr(0, 36)).c_str());
  return made;
}

/// Outlook reads the part within the text, Apple's and Google's programs that or the file.
Owned<GMimeObject> with_calendar(Letter const& letter) {
  auto const invitation = calendar_part("text", "calendar", letter.calendar);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(invitation.get()), "charset", "utf-8");
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(invitation.get()), "method", letter.calendar_method.c_str());
  auto const ways = multipart("alternative", letter);
  add_part(ways.get(), text_part(letter.text).get());
  add_part(ways.get(), invitation.get());

  auto const file = calendar_part("application", "ics", letter.calendar);
  g_mime_object_set_disposition(GMIME_OBJECT(file.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(file.get(), "invite.ics");
  auto const all = multipart("mixed", letter);
  g_mime_multipart_add(all.get(), GMIME_OBJECT(ways.get()));
  add_part(all.get(), file.get());
  return Owned<GMimeObject>(GMIME_OBJECT(g_object_ref(all.get())));
}

Owned<GMimeObject> body_of(Letter const& letter) {
  if (!letter.calendar.empty()) return with_calendar(letter);
  auto const part = text_part(letter.text);
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
