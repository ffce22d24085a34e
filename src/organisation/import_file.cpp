#include "organisation/import_file.hpp"

#include <boost/json.hpp>

#include <limits>

#include "organisation/columns.hpp"
#include "organisation/queries.hpp"
#include "platform/base/base64.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t most_columns = 200;
constexpr std::size_t records_of_sample = 50;
constexpr std::chrono::hours kept{24};

struct FileRow {
  ImportFileId id;
  std::string name;
  std::string content;
  std::string columns;
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (id, name, content, columns))

struct Heading {
  std::string member;
  std::string heading;
};
BOOST_DESCRIBE_STRUCT(Heading, (), (member, heading))

template <class Columns>
std::string as_json(Columns const& columns) {
  boost::json::object all;
  base::each_member<Columns>([&](std::string_view member, auto column) {
    auto const& value = columns.*column;
    if constexpr (base::is_optional<std::remove_cvref_t<decltype(value)>>::value) {
      if (value) all[member] = *value;
    } else if constexpr (base::DescribedEnum<std::remove_cvref_t<decltype(value)>>) {
      all[member] = base::name_of(value);
    } else {
      all[member] = value;
    }
  });
  return boost::json::serialize(all);
}

template <class Columns>
Columns columns_from(std::string const& json) {
  auto const all = boost::json::parse(json).as_object();
  Columns columns;
  base::each_member<Columns>([&](std::string_view member, auto column) {
    auto const* given = all.if_contains(member);
    if (given == nullptr) return;
    auto& value = columns.*column;
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (base::is_optional<Value>::value) {
      value = given->to_number<int>();
    } else if constexpr (base::DescribedEnum<Value>) {
      value = base::enum_from<Value>(given->as_string()).value_or(Value{});
    } else {
      value = std::string(given->as_string());
    }
  });
  return columns;
}

/// In which memory a kind of file keeps its names: a town is no member of people, but "name" may come to be of both.
std::string memory_of(ImportKind kind, std::string_view member) {
  return kind == ImportKind::people ? std::string(member) : "school_" + std::string(member);
}

/// How the board called the members of these columns before.
template <class Columns>
std::map<std::string, std::string> remembered(db::Reading& reading, BoardId const& board, ImportKind kind) {
  std::map<std::string, std::string> all;
  for (auto const& one : reading.all<Heading>(sql::import_headings, {{"board", board}}))
    all.emplace(one.member, one.heading);
  std::map<std::string, std::string> headings;
  base::each_member<Columns>([&](std::string_view member, auto) {
    auto const known = all.find(memory_of(kind, member));
    if (known != all.end()) headings.emplace(member, known->second);
  });
  return headings;
}

std::string first_columns(db::Reading& reading, BoardId const& board, ImportKind kind,
                          std::vector<std::string> const& headings) {
  if (kind == ImportKind::people)
    return as_json(guessed_columns(headings, remembered<PeopleColumns>(reading, board, kind)));
  SchoolChoices const choices{guessed_school_columns(headings, remembered<SchoolColumns>(reading, board, kind)),
                              numbers_of(reading, board), Missing::stays};
  return as_json(choices);
}

void write_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file, std::string const& json,
                   std::map<std::string, std::string> const& headings) {
  tx.run(sql::update_import_columns,
         {{"board", actor.board}, {"id", file.id}, {"person", actor.person}, {"columns", json}});
  for (auto const& [member, heading] : headings)
    tx.run(sql::upsert_import_heading,
           {{"board", actor.board}, {"member", memory_of(file.kind, member)}, {"heading", heading}});
}

}  // namespace

std::vector<std::string> ImportFile::headings() const {
  return records.empty() ? std::vector<std::string>() : records.front().values;
}

PeopleColumns ImportFile::people_columns() const { return columns_from<PeopleColumns>(columns); }
SchoolChoices ImportFile::school_choices() const { return columns_from<SchoolChoices>(columns); }

PeopleFile ImportFile::people() const {
  return people_file([this] { return base::bytes_of(content); }, people_columns());
}

Result<ImportFileId, ImportFileRefusal> keep_import_file(db::Transaction& tx, base::Actor const& actor, ImportKind kind,
                                                         std::string const& name, std::string_view bytes) {
  auto const form = base::csv_form(base::bytes_of(bytes));
  auto const records = base::CsvReader(base::bytes_of(bytes), form).next(2);
  if (records.size() < 2) return std::unexpected(ImportFileRefusal::empty);
  auto const& headings = records.front().values;
  if (headings.size() > most_columns) return std::unexpected(ImportFileRefusal::too_many_columns);
  auto const id = ImportFileId::make();
  tx.run(sql::insert_import_file, {{"board", actor.board},
                                   {"id", id},
                                   {"person", actor.person},
                                   {"kind", kind},
                                   {"name", name},
                                   {"content", base::to_base64(bytes)},
                                   {"columns", first_columns(tx, actor.board, kind, headings)},
                                   {"now", base::Instant::now()}});
  return id;
}

std::optional<ImportFile> find_import_file(db::Reading& reading, BoardId const& board, PersonId const& person,
                                           ImportKind kind, ImportFileId const& file) {
  auto const row =
      reading.one<FileRow>(sql::import_file, {{"board", board}, {"id", file}, {"person", person}, {"kind", kind}});
  if (!row) return std::nullopt;
  ImportFile found{.id = row->id, .kind = kind, .name = row->name, .columns = row->columns};
  found.content = base::from_base64(row->content).value_or("");
  auto const form = base::csv_form(base::bytes_of(found.content));
  found.records = base::CsvReader(base::bytes_of(found.content), form)
                      .next(kind == ImportKind::people ? records_of_sample : std::numeric_limits<std::size_t>::max());
  return found;
}

void choose_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                    PeopleColumns const& columns) {
  write_columns(tx, actor, file, as_json(columns), headings_of(columns, file.headings()));
}

void choose_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                    SchoolChoices const& choices) {
  write_columns(tx, actor, file, as_json(choices),
                headings_of(static_cast<SchoolColumns const&>(choices), file.headings()));
}

bool drop_import_file(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file) {
  return tx.run(sql::delete_import_file, {{"board", actor.board}, {"id", file}, {"person", actor.person}}) > 0;
}

void sweep_import_files(db::Transaction& tx, base::Instant now) {
  tx.run(sql::sweep_import_files, {{"before", now.plus(-kept)}});
}

}  // namespace lenig::organisation
