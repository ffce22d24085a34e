#pragma once

#include <boost/json.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>

#include "organisation/people_diff.hpp"

namespace lenig::organisation {

/// The rows of one import as they are written, unseen, and shown at once.
class ImportStage {
 public:
  ImportStage(BoardId board, long long number) : board_(std::move(board)), number_(number) {}

  /// Writes what some rows ask for, in the transaction in which they were compared; all but the words by which people
  /// are found.
  void write(db::Transaction& tx, std::vector<RowChange> const& changes);

  /// Words that wait for many others, to be written in their order: as they come, each would touch a page of its own.
  std::size_t waiting_words() const { return words_.size(); }
  void sort_words() { std::ranges::sort(words_); }
  /// Writes the first so many.
  void write_words(db::Transaction& tx, std::size_t most);

  /// Shows all that was written. From here on it is so for everybody who reads.
  void show(db::Transaction& tx);

  long long number() const { return number_; }

 private:
  /// Rows of one transaction, written by one statement for each table.
  struct Rows {
    boost::json::array people;
    boost::json::array appointments;
  };
  struct Word {
    std::string term;
    PersonId person;
    auto operator<=>(Word const&) const = default;
  };

  PersonId add(RowChange const& change, Rows& rows);
  void rename(db::Transaction& tx, RowChange const& change, Rows& rows);
  void appoint(db::Transaction& tx, PersonId const& person, AppointmentDraft const& draft, Rows& rows);
  void correct(db::Transaction& tx, AppointmentId const& appointment, AppointmentDraft const& draft);
  void add_words(PersonId const& person, std::vector<std::string> const& terms);
  access::Role role_of(db::Transaction& tx, std::string const& function);
  void write(db::Transaction& tx, db::Query const& query, boost::json::array const& all, db::Values values = {});

  BoardId board_;
  long long number_;
  std::map<std::string, access::Role> roles_;
  std::deque<Word> words_;
  std::set<std::string> new_functions_;  // the board comes to know them when the rows are shown
};

/// Begins an import of the board. Nothing while another one is under way: it wrote something in the last half minute.
std::optional<ImportStage> begin_import(db::Transaction& tx, base::Actor const& actor);

/// Notes that it goes on; gives whether it still may.
bool note_progress(db::Transaction& tx, BoardId const& board, long long number, long long rows);

/// Before another import of the board begins: what was taken back goes, what stands is no longer to be undone, and of
/// what it replaced one version stays.
void clear_the_way(db::Database& database, db::Scope const& scope, BoardId const& board);

/// Hides all that it showed; gives whether it was shown.
bool take_back_import(db::Transaction& tx, BoardId const& board, long long number);

/// Gives it up: nothing of it is ever shown.
void drop_import(db::Transaction& tx, BoardId const& board, long long number);

}  // namespace lenig::organisation
