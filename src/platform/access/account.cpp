#include "platform/access/account.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

#include "access/queries.hpp"
#include "platform/access/session.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::access {

namespace {

using namespace std::chrono_literals;

struct Holder {
  PersonId person;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (person, address))

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 200;

base::Instant end_of(TicketKind kind, base::Instant now) {
  switch (kind) {
    case TicketKind::invitation: return now.plus(14 * 24h);
    case TicketKind::reset: return now.plus(1h);
  }
  return now;
}

std::string address_key(std::string_view email) {
  std::string key(base::trimmed(email));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return key;
}

bool is_repetition(std::string_view text) {
  for (std::size_t length = 1; length <= text.size() / 2; ++length) {
    bool repeats = text.size() % length == 0;
    for (std::size_t i = length; repeats && i < text.size(); ++i) repeats = text[i] == text[i - length];
    if (repeats) return true;
  }
  return false;
}

bool is_common(std::string_view password, std::string_view email) {
  static constexpr std::array words{"password", "wachtwoord", "welkom", "qwerty",
                                    "123456",   "lenig",      "school", "letmein"};
  auto rest = base::folded(password);
  auto const name = base::folded(email.substr(0, email.find('@')));
  auto const without = [&](std::string_view word) {
    if (word.size() < 3) return;
    for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word)) rest.erase(at, word.size());
  };
  for (std::string_view const word : words) without(word);
  for (auto const& word : base::split(name, ' ')) without(word);
  std::erase_if(rest, [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
  return rest.size() < 4 || is_repetition(password);
}

}  // namespace

std::map<std::string, PersonId> holders_of(db::Reading& reading, std::vector<std::string> const& emails) {
  boost::json::array addresses;
  for (auto const& email : emails) addresses.emplace_back(address_key(email));
  std::map<std::string, PersonId> by_address;
  for (auto const& one :
       reading.all<Holder>(sql::holders_of_emails, {{"addresses", boost::json::serialize(addresses)}}))
    by_address.emplace(one.address, one.person);
  std::map<std::string, PersonId> holders;
  for (auto const& email : emails) {
    auto const holder = by_address.find(address_key(email));
    if (holder != by_address.end()) holders.emplace(email, holder->second);
  }
  return holders;
}

std::optional<Account> account_by_email(db::Reading& reading, std::string const& email) {
  return reading.one<Account>(sql::account_by_email, {{"email", address_key(email)}});
}

std::optional<Account> account_of(db::Reading& reading, PersonId const& person) {
  return reading.one<Account>(sql::account_of_person, {{"person", person}});
}

bool is_email(std::string_view text) {
  auto const at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos || text.size() > 254)
    return false;
  auto const domain = text.substr(at + 1);
  if (domain.find('.') == std::string_view::npos || domain.starts_with('.') || domain.ends_with('.')) return false;
  return std::none_of(text.begin(), text.end(), [](unsigned char c) {
    return c <= ' ' || c == 0x7f || c == '<' || c == '>' || c == ',' || c == ';' || c == '"' || c == '\\' || c == '(' ||
           c == ')';
  });
}

void open_account(db::Transaction& tx, PersonId const& person, std::string const& email, base::Instant now) {
  tx.run(sql::insert_account,
         {{"person", person}, {"email", email}, {"email_folded", address_key(email)}, {"now", now}});
}

std::string make_ticket(db::Transaction& tx, PersonId const& person, TicketKind kind, base::Instant now) {
  auto const secret = base::new_secret();
  tx.run(sql::end_tickets, {{"person", person}, {"kind", kind}, {"now", now}});
  tx.run(sql::insert_ticket, {{"secret_hash", base::sha256_hex(secret)},
                              {"person", person},
                              {"kind", kind},
                              {"expires_at", end_of(kind, now)}});
  return secret;
}

int resets_within_the_hour(db::Reading& reading, PersonId const& person, base::Instant now) {
  return reading.one<int>(sql::open_resets, {{"person", person}, {"now", now}}).value_or(0);
}

std::optional<PersonId> holder_of_ticket(db::Reading& reading, std::string const& secret, base::Instant now) {
  return reading.one<PersonId>(sql::holder_of_ticket, {{"secret_hash", base::sha256_hex(secret)}, {"now", now}});
}

std::optional<SetPasswordRefusal> refusal(NewPassword const& draft, std::string const& email) {
  if (base::length(draft.password) < shortest_password) return SetPasswordRefusal::too_short;
  if (base::length(draft.password) > longest_password) return SetPasswordRefusal::too_long;
  if (is_common(draft.password, email)) return SetPasswordRefusal::too_common;
  if (draft.password != draft.again) return SetPasswordRefusal::differs;
  return std::nullopt;
}

Result<PersonId, SetPasswordRefusal> set_password(db::Transaction& tx, std::string const& ticket,
                                                  std::string const& hash, base::Instant now) {
  auto const person = holder_of_ticket(tx, ticket, now);
  if (!person) return std::unexpected(SetPasswordRefusal::link_used_up);
  if (tx.run(sql::use_ticket, {{"secret_hash", base::sha256_hex(ticket)}, {"now", now}}) != 1) {
    return std::unexpected(SetPasswordRefusal::link_used_up);
  }
  base::each_enumerator<TicketKind>(
      [&](TicketKind kind) { tx.run(sql::end_tickets, {{"person", *person}, {"kind", kind}, {"now", now}}); });
  set_password_of(tx, *person, hash);
  end_all_sessions(tx, *person);
  return *person;
}

void set_password_of(db::Transaction& tx, PersonId const& person, std::string const& hash) {
  tx.run(sql::set_password, {{"person", person}, {"hash", hash}});
}

}  // namespace lenig::access
