#include "organisation/import_schools.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "organisation/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::organisation {

namespace {

/// A school of the board as it stands in its row.
struct Known {
  UnitId id;
  std::string name;
  std::string sort_name;
  std::string town;
  std::optional<std::string> code;
  std::optional<base::Date> ended_on;

  UnitDraft draft() const { return {UnitKind::school, name, town}; }
};
BOOST_DESCRIBE_STRUCT(Known, (), (id, name, sort_name, town, code, ended_on))

/// What an import changed, so that it can be taken back: kept as the payload of its undo step.
struct Changed {
  boost::json::array added;
  boost::json::array changed;  // with what stood there before and after
  boost::json::array reopened;
  boost::json::array ended;

  bool empty() const { return added.empty() && changed.empty() && reopened.empty() && ended.empty(); }
  std::string text() const {
    return boost::json::serialize(
        boost::json::object{{"added", added}, {"changed", changed}, {"reopened", reopened}, {"ended", ended}});
  }
};

std::string said(std::string const& name, std::string const& town) { return town.empty() ? name : name + ", " + town; }

void set_code(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
              std::optional<std::string> const& code) {
  tx.run(sql::set_unit_code, {{"board", actor.board}, {"unit", unit}, {"code", code}});
}

bool may_end(db::Reading& reading, base::Actor const& actor, UnitId const& unit) {
  return !reading.one<int>(sql::has_units_below, {{"unit", unit}}) &&
         !reading.one<int>(sql::is_staffed, {{"unit", unit}, {"today", actor.today}});
}

/// Goes through the rows, school after school; with a transaction it also does what it finds to be done.
class Importer {
 public:
  Importer(db::Reading& reading, db::Transaction* tx, base::Actor const& actor, ReadSchools const& read)
      : reading_(reading), tx_(tx), actor_(actor), read_(read) {
    imported_.faults = read.faults;
    for (auto& school : reading.all<Known>(sql::schools_of_board, {{"board", actor.board}})) {
      if (school.code) {
        by_code_.emplace(*school.code, std::move(school));
      } else if (!school.ended_on) {
        without_code_.emplace(school.sort_name, std::move(school));
      }
    }
  }

  ImportedSchools run() {
    for (auto const& row : read_.rows) take(row);
    // A row at fault may be of any school.
    bool const knows_all = read_.faults.empty() && !read_.rows.empty();
    if (read_.missing == Missing::ends && knows_all) end_missing();
    if (tx_ != nullptr) finish();
    return std::move(imported_);
  }

 private:
  void take(SchoolRow const& row) {
    in_file_.insert(row.code);
    auto const known = by_code_.find(row.code);
    if (known != by_code_.end()) {
      bring_up_to_date(row, known->second);
    } else if (auto const* same = without_code(row)) {
      bring_up_to_date(row, *same);
    } else {
      add(row);
    }
  }

  /// A school of this name that has no code yet; of several, the one of the town.
  Known const* without_code(SchoolRow const& row) const {
    auto const [from, to] = without_code_.equal_range(base::folded(row.school.name));
    if (from == to) return nullptr;
    if (std::next(from) == to) return taken_.contains(from->second.id) ? nullptr : &from->second;
    auto const here = [&](auto const& one) {
      return base::folded(one.second.town) == base::folded(row.school.town) && !taken_.contains(one.second.id);
    };
    auto const found = std::find_if(from, to, here);
    return found == to ? nullptr : &found->second;
  }

  void add(SchoolRow const& row) {
    if (tx_ != nullptr) {
      auto const id = add_unit(*tx_, actor_, UnitId(actor_.board.text()), row.school).value();
      set_code(*tx_, actor_, id, row.code);
      changed_.added.emplace_back(id.text());
    }
    imported_.steps.push_back({row.line, SchoolAct::added, row.code, row.school, ""});
  }

  void bring_up_to_date(SchoolRow const& row, Known const& known) {
    taken_.insert(known.id);
    bool const same = known.name == row.school.name && known.town == row.school.town && known.code == row.code;
    if (known.ended_on) reopen(row, known);
    if (same) return;
    if (tx_ != nullptr) change(row, known);
    if (!known.ended_on)
      imported_.steps.push_back({row.line, SchoolAct::changed, row.code, row.school, said(known.name, known.town)});
  }

  void reopen(SchoolRow const& row, Known const& known) {
    if (tx_ != nullptr) {
      tx_->run(sql::revive_unit, {{"board", actor_.board}, {"unit", known.id}});
      audit::record(*tx_, actor_, {.act = "unit.reopened", .object = known.id.text()});
      changed_.reopened.push_back({{"id", known.id.text()}, {"on", known.ended_on->text()}});
    }
    imported_.steps.push_back({row.line, SchoolAct::reopened, row.code, row.school, said(known.name, known.town)});
  }

  void change(SchoolRow const& row, Known const& known) {
    static_cast<void>(change_unit(*tx_, actor_, known.id, row.school).value());
    set_code(*tx_, actor_, known.id, row.code);
    changed_.changed.push_back({{"id", known.id.text()},
                                {"name", known.name},
                                {"town", known.town},
                                {"code", known.code.value_or("")},
                                {"became_name", row.school.name},
                                {"became_town", row.school.town}});
  }

  void end_missing() {
    for (auto const& [code, known] : by_code_) {
      if (known.ended_on || in_file_.contains(code)) continue;
      bool const ends = may_end(reading_, actor_, known.id);
      if (ends && tx_ != nullptr) end(known);
      imported_.steps.push_back({0, ends ? SchoolAct::ended : SchoolAct::kept, code, known.draft(), ""});
    }
  }

  void end(Known const& known) {
    tx_->run(sql::end_unit, {{"board", actor_.board}, {"unit", known.id}, {"on", actor_.today}});
    audit::record(*tx_, actor_, {.act = "unit.ended", .object = known.id.text()});
    changed_.ended.emplace_back(known.id.text());
  }

  void finish() {
    for (auto const& number : read_.numbers)
      tx_->run(sql::insert_authority, {{"board", actor_.board}, {"number", number}});
    if (changed_.empty()) return;
    auto const counted = std::to_string(imported_.changes());
    audit::record(*tx_, actor_, {.act = "schools.imported", .object = actor_.board.text(), .detail = counted});
    imported_.undo = undo::offer(*tx_, actor_, "organisation.import_schools", changed_.text());
  }

  db::Reading& reading_;
  db::Transaction* tx_;
  base::Actor const& actor_;
  ReadSchools const& read_;
  std::map<std::string, Known> by_code_;
  std::multimap<std::string, Known> without_code_;  // by folded name; running ones
  std::set<std::string> in_file_;                   // codes
  std::set<UnitId> taken_;
  ImportedSchools imported_;
  Changed changed_;
};

std::string member(boost::json::value const& one, char const* name) { return std::string(one.at(name).as_string()); }

bool end_again(db::Transaction& tx, base::Actor const& actor, UnitId const& unit, base::Date on) {
  if (!may_end(tx, actor, unit)) return false;
  tx.run(sql::end_unit, {{"board", actor.board}, {"unit", unit}, {"on", on}});
  return true;
}

/// Whether the school still is as the import left it, and then is again as it was before.
bool put_back(db::Transaction& tx, base::Actor const& actor, boost::json::value const& one) {
  UnitId const id(member(one, "id"));
  auto const now = find_unit(tx, id);
  if (!now || now->name != member(one, "became_name") || now->town != member(one, "became_town")) return false;
  auto const code = member(one, "code");
  set_code(tx, actor, id, code.empty() ? std::nullopt : std::optional(code));
  return change_unit(tx, actor, id, {UnitKind::school, member(one, "name"), member(one, "town")}).has_value();
}

}  // namespace

int ImportedSchools::count(SchoolAct act) const {
  return static_cast<int>(std::ranges::count(steps, act, &SchoolStep::act));
}

int ImportedSchools::changes() const { return static_cast<int>(steps.size()) - count(SchoolAct::kept); }

ImportedSchools plan_schools(db::Reading& reading, base::Actor const& actor, ReadSchools const& read) {
  return Importer(reading, nullptr, actor, read).run();
}

ImportedSchools import_schools(db::Transaction& tx, base::Actor const& actor, ReadSchools const& read) {
  return Importer(tx, &tx, actor, read).run();
}

bool undo_import_schools(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const changed = boost::json::parse(payload);
  bool all = true;
  for (auto const& one : changed.at("changed").as_array()) all = put_back(tx, actor, one) && all;
  for (auto const& one : changed.at("added").as_array())
    all = end_again(tx, actor, UnitId(std::string(one.as_string())), actor.today) && all;
  for (auto const& one : changed.at("reopened").as_array())
    all = end_again(tx, actor, UnitId(member(one, "id")), base::Date::parse(member(one, "on")).value()) && all;
  for (auto const& one : changed.at("ended").as_array())
    all = tx.run(sql::revive_unit, {{"board", actor.board}, {"unit", std::string(one.as_string())}}) > 0 && all;
  audit::record(tx, actor, {.act = "schools.import_undone", .object = actor.board.text()});
  return all;
}

std::string numbers_of(db::Reading& reading, BoardId const& board) {
  return base::joined(reading.all<std::string>(sql::authorities_of_board, {{"board", board}}), " ");
}

}  // namespace lenig::organisation
