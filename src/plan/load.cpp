#include "plan/load.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "platform/undo/undo.hpp"

namespace lenig::plan {

namespace {

constexpr double most_hours = 2500;  // above any full-time yearly task of the collective agreements
constexpr unsigned first_month = 8;

struct Row {
  PersonId person;
  double hours = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (person, hours))

void write(db::Transaction& tx, base::Actor const& actor, int year, PersonId const& person,
           std::optional<double> hours) {
  if (hours) {
    tx.run(sql::upsert_load, {{"board", actor.board}, {"person", person}, {"year", year}, {"hours", *hours}});
  } else {
    tx.run(sql::delete_load, {{"board", actor.board}, {"person", person}, {"year", year}});
  }
  audit::record(tx, actor,
                {.act = "load.set", .object = person.text(), .subject = person, .detail = std::to_string(year)});
}

std::optional<LoadRefusal> refusal(db::Reading& reading, base::Actor const& actor, UnitId const& unit,
                                   HoursDraft const& draft) {
  auto const staff = organisation::staff_of(reading, {unit}, actor.today);
  for (auto const& [person, hours] : draft) {
    if (std::ranges::find(staff, person, &organisation::PersonSummary::id) == staff.end())
      return LoadRefusal::not_of_this_unit;
    if (hours && !is_in_range(*hours)) return LoadRefusal::out_of_range;
  }
  return std::nullopt;
}

std::optional<double> known(Hours const& hours, PersonId const& person) {
  auto const at = hours.find(person);
  return at == hours.end() ? std::nullopt : std::optional(at->second);
}

/// The e-mail address and the hours of a line.
struct Line {
  std::string address;
  std::string hours;
};

std::optional<Line> line_from(std::string text) {
  std::ranges::replace(text, '\t', ';');
  auto const mark = text.find(';');
  auto const end = mark == std::string::npos ? text.rfind(' ') : mark;
  if (end == std::string::npos) return std::nullopt;
  Line const line{std::string(base::trimmed(text.substr(0, end))), std::string(base::trimmed(text.substr(end + 1)))};
  return line.hours.empty() ? std::nullopt : std::optional(line);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one; });
  return text;
}

std::optional<LineFault> take_line(std::string const& text, Addresses const& people, HoursDraft& draft) {
  auto const line = line_from(text);
  if (!line) return LineFault::no_hours;
  auto const who = people.find(lower(line->address));
  if (who == people.end()) return LineFault::address_unknown;
  auto const hours = base::decimal_from(line->hours);
  if (!hours) return LineFault::hours_unreadable;
  if (!is_in_range(*hours)) return LineFault::out_of_range;
  return draft.emplace(who->second, hours).second ? std::nullopt : std::optional(LineFault::twice);
}

}  // namespace

int school_year_of(base::Date day) {
  int const year = static_cast<int>(day.calendar().year());
  return static_cast<unsigned>(day.calendar().month()) >= first_month ? year : year - 1;
}

std::string name_of_year(int school_year) {
  return std::to_string(school_year) + "-" + std::to_string(school_year + 1);
}

bool is_in_range(double hours) { return hours > 0 && hours <= most_hours; }

Hours hours_of(db::Reading& reading, BoardId const& board, int school_year, std::vector<PersonId> const& people) {
  Hours hours;
  if (people.empty()) return hours;
  for (auto const& row : reading.all<Row>(sql::load_of_people,
                                          {{"board", board}, {"year", school_year}, {"people", db::as_json(people)}}))
    hours[row.person] = row.hours;
  return hours;
}

Result<std::string, LoadRefusal> set_hours(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                           int school_year, HoursDraft const& draft) {
  if (auto const why = refusal(tx, actor, unit, draft)) return std::unexpected(*why);
  auto const before =
      hours_of(tx, actor.board, school_year, base::collected(draft, [](auto const& one) { return one.first; }));
  boost::json::array changed;
  for (auto const& [person, hours] : draft) {
    auto const was = known(before, person);
    if (was == hours) continue;
    write(tx, actor, school_year, person, hours);
    changed.push_back({{"person", person.text()}, {"hours", was ? boost::json::value(*was) : boost::json::value()}});
  }
  if (changed.empty()) return std::string();
  return undo::offer(tx, actor, "plan.set_hours",
                     boost::json::serialize(boost::json::object{{"year", school_year}, {"was", changed}}));
}

bool undo_set_hours(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const year = kept.at("year").to_number<int>();
  for (auto const& one : kept.at("was").as_array()) {
    auto const& hours = one.at("hours");
    write(tx, actor, year, PersonId(std::string(one.at("person").as_string())),
          hours.is_null() ? std::nullopt : std::optional(hours.to_number<double>()));
  }
  return true;
}

Addresses addresses_at(db::Reading& reading, BoardId const& board, UnitId const& unit, base::Date today) {
  Addresses addresses;
  auto const staff = organisation::staff_of(reading, {unit}, today);
  auto const ids = base::collected(staff, &organisation::PersonSummary::id);
  for (auto const& one : organisation::addresses_of(reading, {board}, ids)) {
    if (!one.email.empty()) addresses.emplace(lower(one.email), one.person);
  }
  return addresses;
}

Result<HoursDraft, std::vector<LineFaultAt>> hours_in(std::string const& lines, Addresses const& people) {
  HoursDraft draft;
  std::vector<LineFaultAt> faults;
  int number = 0;
  for (auto const& text : base::split(lines, '\n')) {
    ++number;
    auto const line = std::string(base::trimmed(text));
    if (line.empty()) continue;
    if (auto const fault = take_line(line, people, draft)) faults.push_back({number, *fault});
  }
  if (!faults.empty()) return std::unexpected(faults);
  return draft;
}

}  // namespace lenig::plan
