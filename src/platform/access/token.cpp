#include "platform/access/token.hpp"

#include <algorithm>

#include "access/queries.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::access {

namespace {

using namespace std::chrono_literals;

constexpr auto lives = 365 * 24h;

}  // namespace

bool Token::opens(std::string_view list) const {
  auto const lists = base::split(scope, ',');
  return scope.empty() || std::ranges::find(lists, list) != lists.end();
}

std::string make_token(db::Transaction& tx, Token const& token, base::Instant now) {
  auto const secret = base::new_secret();
  tx.run(sql::insert_token, {{"secret_hash", base::sha256_hex(secret)},
                             {"person", token.person},
                             {"board", token.board},
                             {"scope", token.scope},
                             {"now", now},
                             {"expires_at", now.plus(lives)}});
  return secret;
}

std::optional<Token> find_token(db::Reading& reading, std::string const& secret, base::Instant now) {
  return reading.one<Token>(sql::token_by_secret, {{"secret_hash", base::sha256_hex(secret)}, {"now", now}});
}

}  // namespace lenig::access
