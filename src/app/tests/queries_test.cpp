// Every query of the program is prepared and explained on the database of this run: it is well-formed there, and finds
// its rows by an index instead of reading a whole table.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <deque>
#include <map>
#include <regex>
#include <set>

#include "app/modules.hpp"
#include "platform/base/text.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/tables.hpp"
#include "tests/support/database.hpp"

namespace lenig::tests {

namespace {

/// Queries that may read the whole of a table, and why.
std::map<std::string, std::string> const& may_read_all() {
  static std::map<std::string, std::string> const reasons{
      {"mail/newest_messages", "the outbox of a demo: the newest, by the order of ids"},
      {"mail/due_messages", "PostgreSQL follows the index of what has not left yet, the first first, up to its limit"},
      {"audit/chain", "the doctor follows the whole log"},
      {"audit/unnumbered", "the doctor follows the whole log"},
      {"audit/heads", "the doctor follows the whole log"},
      {"undo/sweep_steps", "once a day, over a table that it keeps small"},
      {"access/sweep_sessions", "once a day, over what is open: by two ends, so by no one index"},
      {"access/sweep_tickets", "once a day, over a table that it keeps small"},
      {"organisation/delete_network_paths",
       "once when a unit leaves a network, over the paths of units, which are few"},
      {"programme/programmes_of_board", "PostgreSQL finds no index for its \"or\"; a board has a programme or two"},
      {"programme/programmes_of_people", "once a day, over programmes, which are few"},
      {"programme/sweep_told_presence", "once a day, over a table that it keeps small"},
      {"organisation/boards_by_name", "once for a command, to find the board that it names"},
  };
  return reasons;
}

/// The query with a value in place of its parameters. '1' is a text, a number and JSON.
std::string with_values(std::string_view text) {
  static std::regex const parameter("(^|[^:A-Za-z0-9_]):([a-z_][a-z0-9_]*)");
  return std::regex_replace(std::string(text), parameter, "$1'1'");
}

class Explained {
 public:
  Explained() : database_(fresh_database()) {
    auto const& place = database_->place();
    connection_ = db::Connection::owner(place);
    if (!place.is_postgresql()) return;
    fill();
    for (char const* const way : {"enable_seqscan", "enable_mergejoin", "enable_hashjoin"})
      connection_->command("set " + std::string(way) + " = off");
  }

  /// PostgreSQL plans by how much there is: in an empty table it sees no need of an index.
  void fill() {
    static std::map<std::string, std::string> const needed{
        {"kind", "'school'"}, {"via", "'line'"},      {"audience", "'units'"}, {"board_id", "'board ' || n % 50"},
        {"wish", "'suits'"},  {"origin", "'office'"}, {"stage", "'planned'"},  {"answer", "'waiting'"},
        {"part", "'leads'"},  {"region", "'north'"}};
    for (auto const& table : db::tables_of(*connection_)) {
      std::vector<std::string> values;
      for (auto const& column : table.columns) {
        auto const known = needed.find(column.name);
        if (known != needed.end()) {
          values.push_back(known->second);
        } else {
          values.emplace_back(column.kind == db::Kind::text ? "'value ' || n" : "n");
        }
      }
      connection_->command("insert into " + table.name + " select " + base::joined(values, ", ") +
                           " from generate_series(1, 3000) as n on conflict do nothing");
      connection_->command("analyze " + table.name);
    }
  }

  /// What the database would read from beginning to end.
  std::set<std::string> read_whole(db::Query const& query) {
    return connection_->is_postgresql() ? in_postgresql(query) : in_sqlite(query);
  }

 private:
  std::set<std::string> in_sqlite(db::Query const& query) {
    static std::regex const scan("^SCAN (\\S+)( .*)?$");
    std::set<std::string> whole;
    explain("explain query plan " + with_values(query.text),
            {db::Kind::integer, db::Kind::integer, db::Kind::integer, db::Kind::text}, [&](auto columns) {
              std::smatch found;
              std::string const line = columns[3].text;
              if (!std::regex_match(line, found, scan)) return;
              bool const table = line.find("VIRTUAL TABLE") == std::string::npos && line != "SCAN CONSTANT ROW" &&
                                 !is_made_by(query.text, found[1]);
              if (table) whole.insert(line);
            });
    return whole;
  }

  /// Whether a name of a plan is a result that the query itself makes (`with name as`, `(…) name`).
  static bool is_made_by(std::string_view text, std::string const& name) {
    std::string const all(text);
    return name.starts_with("(") ||
           std::regex_search(all, std::regex("(with|with recursive|,)\\s+" + name + "\\s*(\\([^)]*\\))?\\s+as\\s")) ||
           std::regex_search(all, std::regex("\\)\\s+(as\\s+)?" + name + "\\b"));
  }

  std::set<std::string> in_postgresql(db::Query const& query) {
    std::string plan;
    explain("explain (format json) " + with_values(query.for_postgres()), {db::Kind::text},
            [&](auto columns) { plan += columns[0].text; });
    std::set<std::string> whole;
    look_through(boost::json::parse(plan), whole);
    return whole;
  }

  static void look_through(boost::json::value const& node, std::set<std::string>& whole) {
    if (auto const* list = node.if_array()) {
      for (auto const& one : *list) look_through(one, whole);
    }
    auto const* object = node.if_object();
    if (object == nullptr) return;
    if (auto const* type = object->if_contains("Node Type")) {
      auto const kind = std::string(type->as_string());
      bool const by_index = kind == "Index Scan" || kind == "Index Only Scan" || kind == "Bitmap Index Scan";
      if (kind == "Seq Scan" || (by_index && object->if_contains("Index Cond") == nullptr)) {
        auto const* table = object->if_contains("Relation Name");
        whole.insert(kind + " " + std::string(table == nullptr ? "" : table->as_string()));
      }
    }
    for (auto const& member : *object) look_through(member.value(), whole);
  }

  void explain(std::string text, std::vector<db::Kind> const& kinds,
               std::function<void(std::span<db::Value const>)> const& row) {
    auto const& kept = kept_.emplace_back(std::move(text));  // the connection knows a query by its place
    auto const& query = queries_.emplace_back(db::Query{"test/explain", kept, {}});
    connection_->execute(query, {}, kinds, {}, row);
  }

  std::unique_ptr<db::Database> database_;
  std::unique_ptr<db::Connection> connection_;
  std::deque<std::string> kept_;
  std::deque<db::Query> queries_;
};

std::string joined(std::set<std::string> const& all) {
  std::string text;
  for (auto const& one : all) text += "\n  " + one;
  return text;
}

}  // namespace

TEST(Queries, find_their_rows_without_reading_a_whole_table) {
  Explained explained;
  ASSERT_GT(app::all_queries().size(), 100U);
  for (auto const* query : app::all_queries()) {
    std::set<std::string> whole;
    EXPECT_NO_THROW(whole = explained.read_whole(*query)) << query->name;
    if (!may_read_all().contains(std::string(query->name))) {
      EXPECT_TRUE(whole.empty()) << query->name << " reads" << joined(whole);
    }
  }
}

TEST(Queries, have_no_colon_in_a_comment_which_would_pass_for_a_parameter_and_no_quote_which_would_hide_one) {
  static std::regex const colon("--[^\n]*[:']");
  for (auto const* query : app::all_queries()) {
    for (auto const text : {query->text, query->postgres}) {
      EXPECT_FALSE(std::regex_search(std::string(text), colon)) << query->name;
    }
  }
}

TEST(Queries, that_may_read_a_whole_table_are_there) {
  std::set<std::string> names;
  for (auto const* query : app::all_queries()) names.emplace(query->name);
  for (auto const& [name, reason] : may_read_all())
    EXPECT_TRUE(names.contains(name)) << name << " (" << reason << ") is gone: take it out";
}

TEST(Queries, that_read_a_whole_table_are_noticed) {
  Explained explained;
  db::Query const whole{"test/whole", "select id from mail_message where subject = :subject", {}};
  EXPECT_FALSE(explained.read_whole(whole).empty());
  db::Query const by_key{"test/by_key", "select subject from mail_message where id = :id", {}};
  EXPECT_TRUE(explained.read_whole(by_key).empty());
  db::Query const faulty{"test/faulty", "select nothing from mail_message", {}};
  EXPECT_ANY_THROW(explained.read_whole(faulty));
}

}  // namespace lenig::tests
