#include "app/pages/pages.hpp"
#include "platform/mail/mail.hpp"

namespace lenig::app::pages {

namespace {

constexpr int most = 100;

struct Line {
  std::string id;
  std::string to;
  std::string subject;
  std::string when;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, to, subject, when))

struct OutboxView {
  static constexpr std::string_view view = "app/outbox";
  bool has_messages = false;
  std::vector<Line> messages;
};
BOOST_DESCRIBE_STRUCT(OutboxView, (), (has_messages, messages))

struct MessageView {
  static constexpr std::string_view view = "app/message";
  std::string to;
  std::string subject;
  std::string when;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (to, subject, when, text))

std::string when(mail::Sent const& message, i18n::Words const& tr) {
  auto const at = base::local_time(message.queued_at);
  return tr.short_day(at.date) + ", " + at.clock();
}

}  // namespace

http::Response show_outbox(access::Visit& visit) {
  auto const messages = visit.read([](db::Reading& reading) { return mail::outbox(reading, most); });
  OutboxView view{.has_messages = !messages.empty()};
  for (auto const& one : messages) view.messages.push_back({one.id, one.to, one.subject, when(one, visit.tr)});
  return visit.page({.title = visit.tr("Post"),
                     .holds = {access::Matter::outbox},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

http::Response show_message(access::Visit& visit) {
  auto const id = visit.params.find("message_id")->second;
  auto const message = visit.read([&](db::Reading& reading) { return mail::message(reading, id); });
  if (!message) return visit.not_found();
  MessageView const view{message->to, message->subject, when(*message, visit.tr), message->text};
  return visit.page({.title = message->subject,
                     .crumbs = {{visit.tr("Post"), "/post"}},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

}  // namespace lenig::app::pages
