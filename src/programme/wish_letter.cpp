#include "programme/wish_letter.hpp"

#include <algorithm>
#include <set>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

struct Leader {
  PersonId person;
  UnitId unit;
  std::string email;
};

/// Who leads one of these units, with where letters reach them; each once a unit.
std::vector<Leader> leaders_of(db::Reading& reading, Sheet const& sheet, std::vector<UnitId> const& units,
                               base::Date today) {
  std::vector<Leader> leaders;
  for (auto const& person : organisation::staff_of(reading, units, today)) {
    if (person.leads) leaders.push_back({person.id, person.unit, {}});
  }
  std::vector<BoardId> boards{sheet.programme.board};
  for (auto const& planned : sheet.units) boards.push_back(planned.unit.board);
  std::ranges::sort(boards);
  boards.erase(std::ranges::unique(boards).begin(), boards.end());
  for (auto const& one : organisation::addresses_of(reading, boards, base::collected(leaders, &Leader::person))) {
    for (auto& leader : leaders) {
      if (leader.person == one.person && leader.email.empty()) leader.email = one.email;
    }
  }
  std::erase_if(leaders, [](auto const& one) { return one.email.empty(); });
  return leaders;
}

std::string name_of(Sheet const& sheet, UnitId const& unit) {
  return std::ranges::find_if(sheet.units, [&](auto const& one) { return one.unit.id == unit; })->unit.name;
}

mail::Message letter_to(Leader const& leader, Sheet const& sheet, Address const& address, i18n::Words const& tr) {
  auto const link = address + "/programma/wensen/" + leader.unit.text() + "/" + sheet.programme.id.text();
  auto const unit = name_of(sheet, leader.unit);
  return {
      .to = leader.email,
      .subject = tr("{}: wanneer past het?", unit),
      .text = tr("Voor het programma “{}” kiest elke school de periode die haar het beste uitkomt. Van {} weten wij "
                 "nog niet wanneer het past, en op welk vast overleg bijeenkomsten het beste kunnen.",
                 sheet.programme.name, unit) +
              "\n\n" + tr("Zeg het hier: {}", link) + "\n",
      .board = sheet.programme.board,
      .language = tr.language(),
      .haste = mail::Haste::may_wait,
      .not_before = {},
      .key = wish_letter_key(sheet.programme.id, leader.unit),
      .calendar = {},
      .token = {}};
}

void note_asked(db::Transaction& tx, Programme const& programme, UnitId const& unit, base::Date today) {
  tx.run(sql::upsert_wish_asked,
         {{"board", programme.board}, {"programme", programme.id}, {"unit", unit}, {"asked_on", today}});
}

}  // namespace

std::vector<WishAsked> wishes_asked(db::Reading& reading, Programme const& programme) {
  return reading.all<WishAsked>(sql::wishes_asked, {{"board", programme.board}, {"programme", programme.id}});
}

std::vector<UnitId> silent_units(Sheet const& sheet, std::vector<WishAsked> const& asked, base::Date today) {
  std::vector<UnitId> silent;
  for (auto const& planned : sheet.units) {
    bool const said = planned.wishes.time || !planned.wishes.by_year.empty();
    auto const before = std::ranges::find(asked, planned.unit.id, &WishAsked::unit);
    bool const today_already = before != asked.end() && before->asked_on == today;
    if (!planned.fixed && !said && !today_already) silent.push_back(planned.unit.id);
  }
  return silent;
}

Result<AskedWishes, PlanRefusal> ask_wishes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            Address const& address, i18n::Words const& tr) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(PlanRefusal::not_found);
  if (found->audience == Audience::people) return std::unexpected(PlanRefusal::of_people);
  auto const sheet = sheet_of(tx, *found);
  if (sheet.cohorts.empty()) return std::unexpected(PlanRefusal::no_cohorts);
  auto const silent = silent_units(sheet, wishes_asked(tx, *found), actor.today);
  if (silent.empty()) return std::unexpected(PlanRefusal::nothing_to_do);
  auto const leaders = leaders_of(tx, sheet, silent, actor.today);
  std::vector<mail::Message> letters;
  std::set<UnitId> reached;
  for (auto const& leader : leaders) {
    letters.push_back(letter_to(leader, sheet, address, tr));
    if (reached.insert(leader.unit).second) note_asked(tx, *found, leader.unit, actor.today);
  }
  if (!letters.empty()) mail::queue(tx, letters);
  audit::record(tx, actor,
                {.act = "planning.wishes_asked", .object = programme.text(), .detail = std::to_string(letters.size())});
  return AskedWishes{static_cast<int>(letters.size()), static_cast<int>(reached.size()),
                     static_cast<int>(silent.size() - reached.size())};
}

std::string wish_letter_key(ProgrammeId const& programme, UnitId const& unit) {
  return "wish " + programme.text() + " " + unit.text();
}

}  // namespace lenig::programme
