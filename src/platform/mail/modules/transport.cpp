#include "platform/mail/transport.hpp"

#include "platform/mail/modules/modules.hpp"

extern "C" lenig::mail::Transport const* lenig_mail_transport() {
  static lenig::mail::Transport const transport{lenig::mail::compose, lenig::mail::connect, lenig::mail::read};
  return &transport;
}
