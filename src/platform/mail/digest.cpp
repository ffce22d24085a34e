#include "platform/mail/digest.hpp"

#include <boost/json.hpp>

#include <utility>

#include "mail/queries.hpp"
#include "platform/mail/insert.hpp"

namespace lenig::mail {

namespace {

constexpr int addresses_at_once = 200;

struct Waiting {
  std::string id;
  std::string recipient;
  std::string address;
  std::string subject;
  std::string body;
  i18n::Language language = i18n::Language::nl;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, recipient, address, subject, body, language))

/// The letters of one address, the oldest first, as one.
Message digest_of(std::vector<Waiting> const& letters) {
  auto const& newest = letters.back();
  i18n::Words const tr(newest.language);
  auto const count = static_cast<long long>(letters.size());
  auto text = tr.n("Er is {} bericht voor u.", "Er zijn {} berichten voor u.", count) + "\n";
  for (std::size_t i = 0; i < letters.size(); ++i) {
    auto const heading = std::to_string(i + 1) + ". " + letters[i].subject;
    text += "\n" + heading + "\n" + std::string(60, '-') + "\n" + letters[i].body + "\n";
  }
  return {.to = newest.recipient,
          .subject = tr.n("Lenig: {} bericht", "Lenig: {} berichten", count),
          .text = text,
          .language = newest.language};
}

std::vector<std::vector<Waiting>> by_address(std::vector<Waiting> letters) {
  std::vector<std::vector<Waiting>> groups;
  for (auto& letter : letters) {
    if (groups.empty() || groups.back().front().address != letter.address) groups.emplace_back();
    groups.back().push_back(std::move(letter));
  }
  return groups;
}

/// One round; whether there was something to gather.
bool gather_some(db::Transaction& tx, base::Instant now) {
  auto const groups = by_address(tx.all<Waiting>(sql::due_to_gather, {{"now", now}, {"most", addresses_at_once}}));
  std::vector<Message> digests;
  for (auto const& group : groups) digests.push_back(digest_of(group));
  auto const ids = insert(tx, digests, now);
  boost::json::array pairs;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (auto const& letter : groups[i]) pairs.push_back(boost::json::object{{"id", letter.id}, {"digest", ids[i]}});
  }
  if (!pairs.empty()) tx.run(sql::gather_messages, {{"pairs", boost::json::serialize(pairs)}});
  return !groups.empty();
}

}  // namespace

void gather(db::Database& database, base::Instant now) {
  while (database.write(db::no_board, [&](db::Transaction& tx) { return gather_some(tx, now); })) continue;
}

}  // namespace lenig::mail
