#include <algorithm>

#include "platform/audit/audit.hpp"
#include "programme/meeting.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

std::vector<Attendance> attendance_of(db::Reading& reading, Meeting const& meeting) {
  return reading.all<Attendance>(sql::attendance_of_meeting, {{"board", meeting.board}, {"meeting", meeting.id}});
}

std::vector<organisation::PersonSummary> expected_at_talk(db::Reading& reading, Programme const& programme,
                                                          base::Date today) {
  std::vector<UnitId> units;
  for (auto const& way : participations_of(reading, programme)) units.push_back(way.unit);
  auto staff = organisation::staff_of(reading, units, today);
  std::erase_if(staff, [](auto const& person) { return !person.leads; });
  auto const office = organisation::staff_of(reading, {programme.host}, today);
  staff.insert(staff.end(), office.begin(), office.end());
  return staff;
}

std::vector<organisation::PersonSummary> expected_at(db::Reading& reading,
                                                     std::vector<Participation> const& participations,
                                                     base::Date today) {
  std::vector<UnitId> units;
  std::vector<PersonId> named;
  for (auto const& one : participations) {
    units.push_back(one.unit);
    if (!one.person.empty()) named.push_back(one.person);
  }
  auto staff = organisation::staff_of(reading, units, today);
  auto const by_id = [](auto const& a, auto const& b) { return a.id == b.id; };
  staff.erase(std::unique(staff.begin(), staff.end(), by_id), staff.end());
  if (!named.empty()) {
    std::erase_if(staff, [&](auto const& one) { return std::find(named.begin(), named.end(), one.id) == named.end(); });
  }
  return staff;
}

Result<int, MeetingRefusal> record_attendance(db::Transaction& tx, base::Actor const& actor, MeetingId const& meeting,
                                              std::vector<Attendance> const& attendance) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(MeetingRefusal::not_found);
  if (found->state == MeetingState::cancelled) return std::unexpected(MeetingRefusal::cancelled);
  if (found->starts_at.date > actor.today) return std::unexpected(MeetingRefusal::not_yet_held);
  auto const ways = participations_at(tx, *found);
  auto const expected = ways.empty() ? expected_at_talk(tx, *find_programme(tx, found->programme), actor.today)
                                     : expected_at(tx, ways, actor.today);
  for (auto const& one : attendance) {
    bool const is_expected =
        std::any_of(expected.begin(), expected.end(), [&](auto const& person) { return person.id == one.person; });
    if (!is_expected) return std::unexpected(MeetingRefusal::not_found);
    tx.run(sql::upsert_attendance, db::fields(one, {{"board", found->board}, {"meeting", meeting}}));
  }
  audit::record(tx, actor,
                {.act = "attendance.recorded", .object = meeting.text(), .detail = std::to_string(attendance.size())});
  return static_cast<int>(attendance.size());
}

}  // namespace lenig::programme
