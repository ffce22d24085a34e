#pragma once

#include <string>

#include "platform/mail/mail.hpp"
#include "platform/mail/outgoing.hpp"

namespace lenig::mail {

/// The Message-ID of a letter, without < and >: its row's id and its token, at the sender's domain. The same whenever
/// it is sent.
std::string message_id(std::string const& id, std::string const& token, std::string const& from);

/// Where a bounce of a letter of this token, or an answer to it, comes back.
std::string return_address(Post const& post, std::string const& token);

/// The message as it goes over the wire (RFC 5322, UTF-8, quoted-printable where needed; iMIP, RFC 6047, with a
/// calendar).
std::string as_mime(Post const& post, Outgoing const& outgoing);

}  // namespace lenig::mail
