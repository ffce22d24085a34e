#include "organisation/import_file.hpp"

#include <boost/json.hpp>

#include "organisation/queries.hpp"
#include "platform/base/base64.hpp"

namespace lenig::organisation {

namespace {

constexpr std::size_t most_columns = 200;
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

std::string as_json(PeopleColumns const& columns) {
  boost::json::object all;
  base::each_member<PeopleColumns>([&](std::string_view member, auto column) {
    if (columns.*column) all[member] = *(columns.*column);
  });
  return boost::json::serialize(all);
}

PeopleColumns columns_from(std::string const& json) {
  auto const all = boost::json::parse(json).as_object();
  PeopleColumns columns;
  base::each_member<PeopleColumns>([&](std::string_view member, auto column) {
    if (auto const* place = all.if_contains(member)) columns.*column = place->to_number<int>();
  });
  return columns;
}

std::map<std::string, std::string> remembered(db::Reading& reading, BoardId const& board) {
  std::map<std::string, std::string> headings;
  for (auto const& one : reading.all<Heading>(sql::import_headings, {{"board", board}}))
    headings.emplace(one.member, one.heading);
  return headings;
}

}  // namespace

std::vector<std::string> ImportFile::headings() const {
  return records.empty() ? std::vector<std::string>() : records.front().values;
}

Result<ImportFileId, ImportFileRefusal> keep_import_file(db::Transaction& tx, base::Actor const& actor,
                                                         std::string const& name, std::string_view bytes) {
  auto const records = base::read_csv(bytes);
  if (records.size() < 2) return std::unexpected(ImportFileRefusal::empty);
  auto const& headings = records.front().values;
  if (headings.size() > most_columns) return std::unexpected(ImportFileRefusal::too_many_columns);
  auto const id = ImportFileId::make();
  auto const columns = guessed_columns(headings, remembered(tx, actor.board));
  tx.run(sql::insert_import_file, {{"board", actor.board},
                                   {"id", id},
                                   {"person", actor.person},
                                   {"name", name},
                                   {"content", base::to_base64(bytes)},
                                   {"columns", as_json(columns)},
                                   {"now", base::Instant::now()}});
  return id;
}

std::optional<ImportFile> find_import_file(db::Reading& reading, BoardId const& board, PersonId const& person,
                                           ImportFileId const& file) {
  auto const row = reading.one<FileRow>(sql::import_file, {{"board", board}, {"id", file}, {"person", person}});
  if (!row) return std::nullopt;
  return ImportFile{.id = row->id,
                    .name = row->name,
                    .records = base::read_csv(base::from_base64(row->content).value_or("")),
                    .columns = columns_from(row->columns)};
}

void choose_columns(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                    PeopleColumns const& columns) {
  tx.run(sql::update_import_columns,
         {{"board", actor.board}, {"id", file.id}, {"person", actor.person}, {"columns", as_json(columns)}});
  auto const headings = file.headings();
  base::each_member<PeopleColumns>([&](std::string_view member, auto column) {
    auto const place = static_cast<std::size_t>((columns.*column).value_or(-1));
    if (place < headings.size())
      tx.run(sql::upsert_import_heading, {{"board", actor.board}, {"member", member}, {"heading", headings[place]}});
  });
}

bool drop_import_file(db::Transaction& tx, base::Actor const& actor, ImportFileId const& file) {
  return tx.run(sql::delete_import_file, {{"board", actor.board}, {"id", file}, {"person", actor.person}}) > 0;
}

void sweep_import_files(db::Transaction& tx, base::Instant now) {
  tx.run(sql::sweep_import_files, {{"before", now.plus(-kept)}});
}

}  // namespace lenig::organisation
