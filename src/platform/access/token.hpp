#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/access/viewer.hpp"
#include "platform/db/database.hpp"

namespace lenig::access {

/// By what a program reads: as whom, at which board, and which lists; no names: all of them.
struct Token {
  PersonId person;
  BoardId board;
  std::string scope;  // names of lists, apart by commas

  bool opens(std::string_view list) const;
};
BOOST_DESCRIBE_STRUCT(Token, (), (person, board, scope))

/// Makes a token that lives for a year; gives its secret, which is stored as a hash only.
std::string make_token(db::Transaction& tx, Token const& token, base::Instant now);

/// The token of this secret, when it still works.
std::optional<Token> find_token(db::Reading& reading, std::string const& secret, base::Instant now);

}  // namespace lenig::access
