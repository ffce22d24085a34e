#include "organisation/api.hpp"

#include "organisation/queries.hpp"
#include "organisation/unit.hpp"
#include "platform/db/id_list.hpp"

namespace lenig::organisation {

namespace {

using api::Asked;
using api::Reference;
using api::Slice;

struct UnitRow {
  std::string id;
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string town;
  std::optional<std::string> above;
  std::optional<std::string> above_name;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (id, kind, name, town, above, above_name))

struct UnitItem {
  std::string id;
  UnitKind kind = UnitKind::school;
  std::string name;
  std::string town;
  std::optional<Reference> above;
};
BOOST_DESCRIBE_STRUCT(UnitItem, (), (id, kind, name, town, above))

struct PersonRow {
  PersonId id;
  std::string given_name;
  std::string prefix;
  std::string family_name;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, given_name, prefix, family_name))

struct WorkRow {
  PersonId person;
  std::string unit;
  std::string unit_name;
  std::string function;
};
BOOST_DESCRIBE_STRUCT(WorkRow, (), (person, unit, unit_name, function))

/// Where somebody works, and as what: what colleagues see too.
struct Work {
  Reference unit;
  std::string function;
};
BOOST_DESCRIBE_STRUCT(Work, (), (unit, function))

struct PersonItem {
  std::string id;
  std::string name;
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::vector<Work> appointments;  // that run today
};
BOOST_DESCRIBE_STRUCT(PersonItem, (), (id, name, given_name, prefix, family_name, appointments))

UnitItem item_of(UnitRow const& row) {
  UnitItem item{row.id, row.kind, row.name, row.town, std::nullopt};
  if (row.above) item.above = Reference{*row.above, row.above_name.value_or("")};
  return item;
}

/// One more than asked for tells whether the list goes on.
db::Values part_of(access::Viewer const& viewer, Asked const& asked) {
  return {{"board", viewer.board}, {"after", asked.after}, {"most", asked.limit + 1}};
}

Slice<UnitItem> list_units(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto const rows = reading.all<UnitRow>(sql::units_of_board, part_of(viewer, asked));
  return api::slice_of(base::collected(rows, item_of), asked);
}

Slice<PersonItem> list_people(db::Reading& reading, access::Viewer const& viewer, Asked const& asked) {
  auto part = part_of(viewer, asked);
  part.emplace_back("today", viewer.today);
  auto const rows = reading.all<PersonRow>(sql::staff_of_board, part);
  std::map<PersonId, std::vector<Work>> work;
  for (auto const& row :
       reading.all<WorkRow>(sql::work_of_people, {{"board", viewer.board},
                                                  {"people", db::as_json(base::collected(rows, &PersonRow::id))},
                                                  {"today", viewer.today}})) {
    work[row.person].push_back({{row.unit, row.unit_name}, row.function});
  }
  auto items = base::collected(rows, [&](PersonRow const& row) {
    return PersonItem{row.id.text(),   full_name(row.given_name, row.prefix, row.family_name),
                      row.given_name,  row.prefix,
                      row.family_name, work[row.id]};
  });
  return api::slice_of(std::move(items), asked);
}

}  // namespace

std::vector<api::Resource> resources() {
  return {api::resource("units", "Unit", "Schools, teams and networks of the board, with what they stand below.",
                        list_units),
          api::resource("people", "Person", "Who works at the board today, where and as what.", list_people)};
}

}  // namespace lenig::organisation
