#include "programme/told_attendance.hpp"

#include <algorithm>

#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

struct PresenceRow {
  ParticipationId participation;
  PersonId person;
  int recorded = 0;
  int present = 0;
};
BOOST_DESCRIBE_STRUCT(PresenceRow, (), (participation, person, recorded, present))

struct ToldRow {
  ParticipationId participation;
  std::string telling;
  PersonId person;
  int recorded = 0;
  int present = 0;
};
BOOST_DESCRIBE_STRUCT(ToldRow, (), (participation, telling, person, recorded, present))

/// At how many meetings somebody's presence was recorded, and at how many they were there.
struct Presence {
  int recorded = 0;
  int present = 0;

  bool operator==(Presence const&) const = default;
};

using Presences = std::map<PersonId, Presence>;

/// The presence at one way as it is now, and as each report told it before.
struct OfWay {
  Presences now;
  std::map<std::string, Presences> told;
};

std::map<ParticipationId, OfWay> presences_of(db::Reading& reading, Programme const& programme,
                                              std::vector<ParticipationId> const& ways, Period const& period) {
  std::map<ParticipationId, OfWay> all;
  db::Values of_ways{{"board", programme.board}, {"ways", db::as_json(ways)}};
  for (auto const& one : reading.all<ToldRow>(sql::told_presence, of_ways))
    all[one.participation].told[one.telling][one.person] = {one.recorded, one.present};
  of_ways.emplace_back("first", period.from);
  of_ways.emplace_back("after", period.until.plus_days(1));
  for (auto const& one : reading.all<PresenceRow>(sql::attendance_in_period, of_ways))
    all[one.participation].now[one.person] = {one.recorded, one.present};
  return all;
}

/// Of how many people one tells something else than the other.
int differing(Presences const& one, Presences const& other) {
  int people = 0;
  for (auto const& [person, presence] : one) {
    auto const then = other.find(person);
    people += then == other.end() || then->second != presence ? 1 : 0;
  }
  for (auto const& [person, presence] : other) people += one.contains(person) ? 0 : 1;
  return people;
}

std::optional<measure::ToldShare> told_of_way(OfWay const& way) {
  int const least = measure::least_people(measure::Matter::answers);
  if (static_cast<int>(way.now.size()) < least) return std::nullopt;
  bool const tells_of_few = std::ranges::any_of(way.told, [&](auto const& told) {
    auto const people = differing(way.now, told.second);
    return people > 0 && people < least;
  });
  if (tells_of_few) return std::nullopt;
  Presence all;
  for (auto const& [person, presence] : way.now) {
    all.recorded += presence.recorded;
    all.present += presence.present;
  }
  return measure::told_share(all.present, all.recorded, least);
}

bool is_out(OfWay const& way) {
  return std::ranges::any_of(way.told, [&](auto const& told) { return told.second == way.now; });
}

}  // namespace

std::map<ParticipationId, measure::ToldShare> told_attendance(db::Reading& reading, Programme const& programme,
                                                              std::vector<ParticipationId> const& ways,
                                                              Period const& period) {
  std::map<ParticipationId, measure::ToldShare> all;
  for (auto const& [id, way] : presences_of(reading, programme, ways, period)) {
    if (auto const share = told_of_way(way)) all.emplace(id, *share);
  }
  return all;
}

void keep_told_attendance(db::Transaction& tx, Programme const& programme, std::vector<ParticipationId> const& ways,
                          Period const& period, base::Date today) {
  auto const telling = base::new_uuid();
  for (auto const& [id, way] : presences_of(tx, programme, ways, period)) {
    if (!told_of_way(way) || is_out(way)) continue;
    for (auto const& [person, presence] : way.now) {
      tx.run(sql::insert_told_presence, {{"board", programme.board},
                                         {"participation", id},
                                         {"telling", telling},
                                         {"person", person},
                                         {"recorded", presence.recorded},
                                         {"present", presence.present},
                                         {"told_on", today}});
    }
  }
}

std::string words_for(measure::ToldShare const& share, i18n::Words const& tr) {
  switch (share.reach) {
    case measure::ToldShare::Reach::near: return tr("{} %", share.percent);
    case measure::ToldShare::Reach::or_more: return tr("{} % of meer", share.percent);
    case measure::ToldShare::Reach::or_less: return tr("{} % of minder", share.percent);
  }
  return {};
}

}  // namespace lenig::programme
