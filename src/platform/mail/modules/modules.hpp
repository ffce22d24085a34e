#pragma once

#include "platform/mail/transport.hpp"

namespace lenig::mail {

std::string compose(Letter const& letter);
Send connect(Server const& server);
std::optional<ReceivedMail> read(std::string_view raw);

/// GMime begins once.
void start_gmime();

}  // namespace lenig::mail
