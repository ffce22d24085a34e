#pragma once

#include <map>
#include <set>
#include <string>

#include "organisation/people_diff.hpp"

namespace lenig::organisation {

/// The rows of one import as they are written, unseen, and shown at once.
class ImportStage {
 public:
  ImportStage(BoardId board, long long number) : board_(std::move(board)), number_(number) {}

  /// Writes what some rows ask for, in the transaction in which they were compared.
  void write(db::Transaction& tx, std::vector<RowChange> const& changes);

  /// Shows all that was written. From here on it is so for everybody who reads.
  void show(db::Transaction& tx);

  long long number() const { return number_; }

 private:
  PersonId add(db::Transaction& tx, RowChange const& change);
  void rename(db::Transaction& tx, RowChange const& change);
  void write_terms(db::Transaction& tx, PersonId const& person, PersonDraft const& draft);
  void appoint(db::Transaction& tx, PersonId const& person, AppointmentDraft const& draft);
  void correct(db::Transaction& tx, AppointmentId const& appointment, AppointmentDraft const& draft);
  access::Role role_of(db::Transaction& tx, std::string const& function);

  BoardId board_;
  long long number_;
  std::map<std::string, access::Role> roles_;
  std::set<std::string> new_functions_;  // the board comes to know them when the rows are shown
};

/// Begins an import of the board. Nothing while another one is under way: it wrote something in the last half minute.
std::optional<ImportStage> begin_import(db::Transaction& tx, base::Actor const& actor);

/// Notes that it goes on; gives whether it still may.
bool note_progress(db::Transaction& tx, BoardId const& board, long long number, long long rows);

/// Hides all that it showed; gives whether it was shown.
bool take_back_import(db::Transaction& tx, BoardId const& board, long long number);

/// Gives it up: nothing of it is ever shown.
void drop_import(db::Transaction& tx, BoardId const& board, long long number);

}  // namespace lenig::organisation
