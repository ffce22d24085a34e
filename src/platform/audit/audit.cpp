#include "platform/audit/audit.hpp"

#include <boost/json.hpp>

#include <map>

#include "audit/queries.hpp"
#include "platform/base/random.hpp"

namespace lenig::audit {

namespace {

struct Head {
  long long number = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (number, hash))

struct BoardHead {
  std::string board;
  long long number = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(BoardHead, (), (board, number, hash))

/// An entry as it stands in its row.
struct Link {
  std::string board;
  std::string id;
  std::string at;
  std::string actor;
  std::string request;
  std::string act;
  std::string object;
  std::string subject;
  std::string detail;
  long long number = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Link, (), (board, id, at, actor, request, act, object, subject, detail, number, hash))

/// SHA-256 over the hash before and the entry's own values; as a JSON array, so that no value can borrow from the next.
std::string hash_of(Link const& link, std::string const& before) {
  boost::json::array const all{before,       link.board, link.number, link.id,      link.at,    link.actor,
                               link.request, link.act,   link.object, link.subject, link.detail};
  return base::sha256_hex(boost::json::serialize(all));
}

std::optional<std::string> none_if_empty(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

void record(db::Transaction& tx, base::Actor const& actor, Entry const& entry) {
  auto const board = actor.board.text();
  tx.run(sql::hold_head, {{"board", board}});  // of two entries at once, the second waits for the first
  auto const head = tx.one<Head>(sql::head, {{"board", board}}).value();
  Link link{.board = board,
            .id = base::new_uuid(),
            .at = base::Instant::now().text(),
            .actor = actor.person.text(),
            .request = actor.request,
            .act = std::string(entry.act),
            .object = entry.object,
            .subject = entry.subject.text(),
            .detail = entry.detail,
            .number = head.number + 1};
  link.hash = hash_of(link, head.hash);
  tx.run(sql::insert_entry, {{"board", link.board},
                             {"id", link.id},
                             {"at", link.at},
                             {"actor", none_if_empty(link.actor)},
                             {"request", link.request},
                             {"act", link.act},
                             {"object", link.object},
                             {"subject", none_if_empty(link.subject)},
                             {"detail", link.detail},
                             {"number", link.number},
                             {"hash", link.hash}});
  tx.run(sql::move_head, {{"board", board}, {"number", link.number}, {"hash", link.hash}});
}

Verified verify(db::Reading& reading) {
  Verified verified;
  std::map<std::string, Head> ends;
  reading.each<Link>(sql::chain, {}, [&](Link&& link) {
    ++verified.entries;
    verified.newest = std::max(verified.newest, link.at);
    auto& end = ends[link.board];
    bool const fits = link.number == end.number + 1 && link.hash == hash_of(link, end.hash);
    if (!fits && !verified.broken) verified.broken = Broken{link.board, end.number + 1};
    end = {link.number, link.hash};
  });
  std::string heads;
  for (auto const& head : reading.all<BoardHead>(sql::heads)) {
    auto const end = ends[head.board];
    ends.erase(head.board);
    heads += head.board + head.hash;
    bool const whole = end.number == head.number && end.hash == head.hash;
    if (!whole && !verified.broken) verified.broken = Broken{head.board, end.number + 1};
  }
  if (!ends.empty() && !verified.broken) verified.broken = Broken{ends.begin()->first, ends.begin()->second.number};
  if (auto const put_in = reading.one<std::string>(sql::unnumbered); put_in && !verified.broken)
    verified.broken = Broken{*put_in, 0};
  verified.hash = base::sha256_hex(heads);
  return verified;
}

std::vector<WasRead> readings_of(db::Reading& reading, base::BoardId const& board, base::PersonId const& subject,
                                 std::string_view act, int most) {
  return reading.all<WasRead>(sql::readings_of, {{"board", board}, {"subject", subject}, {"act", act}, {"most", most}});
}

}  // namespace lenig::audit
