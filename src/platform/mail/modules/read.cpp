#include <memory>

#include "platform/mail/modules/gmime.hpp"
#include "platform/mail/modules/modules.hpp"

namespace lenig::mail {

namespace {

constexpr int deepest = 8;
constexpr std::size_t most_parts = 50;
constexpr std::size_t most_of_a_kind = 20;  // addresses and ids
constexpr std::size_t longest_part = 256 * 1024;

std::string type_of(GMimeObject* object) {
  auto* const type = g_mime_object_get_content_type(object);
  if (type == nullptr) return {};
  std::unique_ptr<char, decltype(&g_free)> const name(g_mime_content_type_get_mime_type(type), g_free);
  std::unique_ptr<char, decltype(&g_free)> const lower(g_ascii_strdown(name.get(), -1), g_free);
  return lower.get();
}

/// The bytes of a part without their transfer encoding, as far as anything of ours is long.
std::string text_of(GMimePart* part) {
  auto* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  Owned<GMimeStream> const stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  auto const* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<char const*>(bytes->data), std::min<std::size_t>(bytes->len, longest_part)};
}

std::string header_of(GMimeObject* object, char const* name) {
  char const* const value = g_mime_object_get_header(object, name);
  return value == nullptr ? "" : value;
}

void add_ids(std::string const& header, std::vector<std::string>& to) {
  if (header.empty()) return;
  std::unique_ptr<GMimeReferences, decltype(&g_mime_references_free)> const ids(
      g_mime_references_parse(nullptr, header.c_str()), g_mime_references_free);
  int const count = g_mime_references_length(ids.get());
  for (int i = 0; i < count && to.size() < most_of_a_kind; ++i)
    to.emplace_back(g_mime_references_get_message_id(ids.get(), i));
}

/// Each name of an address that a mail server writes into the head, besides the one that the sender did.
std::vector<std::string> recipients_of(GMimeObject* message) {
  std::vector<std::string> found;
  for (char const* const name : {"Delivered-To", "X-Original-To", "Envelope-To", "To"}) {
    auto const header = header_of(message, name);
    if (header.empty()) continue;
    std::unique_ptr<InternetAddressList, Unreferenced<InternetAddressList>> const list(
        internet_address_list_parse(nullptr, header.c_str()));
    if (!list) continue;
    int const count = internet_address_list_length(list.get());
    for (int i = 0; i < count && found.size() < most_of_a_kind; ++i) {
      auto* const address = internet_address_list_get_address(list.get(), i);
      if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
      char const* const plain = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
      if (plain != nullptr) found.emplace_back(plain);
    }
  }
  return found;
}

/// The head of a message that comes back without its body (text/rfc822-headers, RFC 6522 4).
std::string id_in_head(std::string const& head) {
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(head.data(), head.size()));
  Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> const message(g_mime_parser_construct_message(parser.get(), nullptr));
  return message ? header_of(GMIME_OBJECT(message.get()), "Message-Id") : "";
}

/// Whether the object and all in it is within bounds; adds its parts.
bool add_parts(GMimeObject* object, int depth, ReceivedMail& to) {
  if (depth > deepest || to.parts.size() >= most_parts) return false;
  if (GMIME_IS_MULTIPART(object)) {
    int const count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
    for (int i = 0; i < count; ++i) {
      if (!add_parts(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1, to)) return false;
    }
    return true;
  }
  ReceivedPart part{.type = type_of(object)};
  if (GMIME_IS_MESSAGE_PART(object)) {  // what comes back is looked at from outside only
    auto* const returned = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (returned != nullptr) add_ids(header_of(GMIME_OBJECT(returned), "Message-Id"), to.returned);
  } else if (GMIME_IS_PART(object)) {
    part.text = text_of(GMIME_PART(object));
    if (part.type == "text/rfc822-headers") add_ids(id_in_head(part.text), to.returned);
  }
  to.parts.push_back(std::move(part));
  return true;
}

}  // namespace

std::optional<ReceivedMail> read(std::string_view raw) {
  start_gmime();
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(raw.data(), raw.size()));
  Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> const message(g_mime_parser_construct_message(parser.get(), nullptr));
  auto* const body = message ? g_mime_message_get_mime_part(message.get()) : nullptr;
  if (body == nullptr) return std::nullopt;
  ReceivedMail mail{.type = type_of(body), .recipients = recipients_of(GMIME_OBJECT(message.get()))};
  add_ids(header_of(GMIME_OBJECT(message.get()), "In-Reply-To"), mail.references);
  add_ids(header_of(GMIME_OBJECT(message.get()), "References"), mail.references);
  if (!add_parts(body, 0, mail)) return std::nullopt;
  return mail;
}

}  // namespace lenig::mail
