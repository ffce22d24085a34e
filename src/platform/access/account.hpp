#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/access/viewer.hpp"
#include "platform/base/result.hpp"
#include "platform/db/database.hpp"

namespace lenig::access {

struct Account {
  PersonId person;
  std::string email;
  std::string password_hash;  // empty: invited, no password yet
};
BOOST_DESCRIBE_STRUCT(Account, (), (person, email, password_hash))

std::optional<Account> account_by_email(db::Reading& reading, std::string const& email);
/// Whose accounts these addresses are, by the address as it is given here; without those that are nobody's.
std::map<std::string, PersonId> holders_of(db::Reading& reading, std::vector<std::string> const& emails);
std::optional<Account> account_of(db::Reading& reading, PersonId const& person);

/// Whether the text can be an e-mail address that mail goes to. Not a full RFC 5322: one @, a domain with a dot, and no
/// character that could end a header.
bool is_email(std::string_view text);

/// Makes the account of a person when there is none; the address must not be another's.
void open_account(db::Transaction& tx, PersonId const& person, std::string const& email, base::Instant now);

enum class TicketKind { invitation, reset };
BOOST_DESCRIBE_ENUM(TicketKind, invitation, reset)

/// A link for one use: gives its secret. Links of the same kind made before stop working.
std::string make_ticket(db::Transaction& tx, PersonId const& person, TicketKind kind, base::Instant now);

/// How many resets were asked for this person within the hour that one is valid.
int resets_within_the_hour(db::Reading& reading, PersonId const& person, base::Instant now);

/// Whose link this is, when it still works.
std::optional<PersonId> holder_of_ticket(db::Reading& reading, std::string const& secret, base::Instant now);

enum class SetPasswordRefusal { link_used_up, too_short, too_long, too_common, differs };

struct NewPassword {
  std::string password;
  std::string again;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password, again))

/// What is against a password by itself (NIST SP 800-63B in spirit: length counts, composition does not).
std::optional<SetPasswordRefusal> refusal(NewPassword const& draft, std::string const& email);

/// Uses the link up and every other one of the person, sets the password and ends every session of theirs. `hash` is
/// the password's, made beforehand.
Result<PersonId, SetPasswordRefusal> set_password(db::Transaction& tx, std::string const& ticket,
                                                  std::string const& hash, base::Instant now);

/// Sets a password without a link: for the demo's logins.
void set_password_of(db::Transaction& tx, PersonId const& person, std::string const& hash);

}  // namespace lenig::access
