#pragma once

#include <string>
#include <vector>

namespace lenig::db {

/// Whose rows a transaction may touch. Queries hold to it by `in_reach(board_id)`, which both databases know;
/// PostgreSQL's row-level security holds to it besides, whatever a query says.
struct Scope {
  std::string person;              // who asks: their own appointments are theirs to read at every board
  std::string board;               // from where they look; some rows are no other board's
  std::vector<std::string> reach;  // that board, and those that a network joins to it
  bool everything = false;         // every board

  bool reaches(std::string_view of_board) const;
};

/// Before it is known who asks: no row of any board.
extern Scope const no_board;

/// For what the program does by itself or at the command line.
extern Scope const every_board;

}  // namespace lenig::db
