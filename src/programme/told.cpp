#include "programme/told.hpp"

#include <algorithm>

#include "engine/measure/measure.h"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

// A place is a status by its name, or one of these.
constexpr std::string_view among_members = "members";
constexpr std::string_view gone = "gone";

constexpr std::size_t statuses = static_cast<std::size_t>(Status::withdrawn) + 1;

struct ToldCount {
  CohortId cohort;
  base::Date told_on;
  std::string place;  // empty: nobody stood anywhere
  std::optional<int> people;
};
BOOST_DESCRIBE_STRUCT(ToldCount, (), (cohort, told_on, place, people))

}  // namespace

std::map<CohortId, ToldStanding> told_of(db::Reading& reading, std::vector<ProgrammeId> const& programmes) {
  std::map<CohortId, ToldStanding> told;
  for (auto const& one : reading.all<ToldCount>(sql::told_of_programmes, {{"programmes", db::as_json(programmes)}})) {
    auto& standing = told.try_emplace(one.cohort, one.told_on, std::vector<int>(statuses)).first->second;
    if (auto const status = base::enum_from<Status>(one.place)) {
      standing.by_status[static_cast<std::size_t>(*status)] = one.people.value_or(0);
      standing.withholds = standing.withholds || !one.people;
    } else {
      standing.members = one.people;
    }
  }
  return told;
}

namespace {

using measure::Standing;
using measure::Wave;

struct WaveRow {
  CohortId cohort;
  int wave = 0;

  auto operator<=>(WaveRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaveRow, (), (cohort, wave))

struct TellingRow {
  CohortId cohort;
  int wave = 0;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(TellingRow, (), (cohort, wave, place))

struct MoveRow {
  CohortId cohort;
  int wave = 0;
  ParticipationId participation;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (cohort, wave, participation, place))

using Places = std::map<ParticipationId, Status>;

/// The last wave of a cohort.
struct Shown {
  int number = 0;
  Wave wave;
  Places places;
};

/// All that is out about the people of a programme.
class Out {
 public:
  Out(db::Reading& reading, Programme const& programme) {
    db::Values const of{{"board", programme.board}, {"programme", programme.id}};
    std::map<WaveRow, std::vector<std::string>> told;
    for (auto& one : reading.all<TellingRow>(sql::told_counts, of))
      told[{one.cohort, one.wave}].push_back(std::move(one.place));
    std::map<WaveRow, std::vector<MoveRow>> moves;
    for (auto& one : reading.all<MoveRow>(sql::told_moves, of)) {
      auto const key = WaveRow{one.cohort, one.wave};
      moves[key].push_back(std::move(one));
    }
    for (auto const& one : reading.all<WaveRow>(sql::told_waves, of)) recall(one, moves[one], told[one]);
  }

  /// What may be told of these people of a cohort now; it is out from here on.
  std::optional<Shown> next(CohortId const& cohort, Places places) {
    auto const shown = shown_.find(cohort);
    auto const before = shown == shown_.end() ? std::nullopt : std::optional(shown->second.wave);
    auto const least = measure::least_people(measure::Matter::answers);
    auto wave = measure::next_wave(waves_, before, standing_of(places), least);
    if (!wave) return std::nullopt;
    waves_.push_back(*wave);
    return Shown{before ? shown->second.number + 1 : 1, *std::move(wave), std::move(places)};
  }

  Places places_shown(CohortId const& cohort) const {
    auto const shown = shown_.find(cohort);
    return shown == shown_.end() ? Places() : shown->second.places;
  }

  std::vector<CohortId> cohorts() const {
    return base::collected(shown_, [](auto const& one) { return one.first; });
  }

 private:
  void recall(WaveRow const& of, std::vector<MoveRow> const& moves, std::vector<std::string> const& told) {
    auto& shown = shown_[of.cohort];
    for (auto const& move : moves) {
      if (auto const status = base::enum_from<Status>(move.place)) {
        shown.places[move.participation] = *status;
      } else {
        shown.places.erase(move.participation);
      }
    }
    shown.number = of.wave;
    shown.wave = {.standing = standing_of(shown.places), .parts_told = std::vector<bool>(statuses)};
    for (auto const& place : told) {
      if (auto const status = base::enum_from<Status>(place)) {
        shown.wave.parts_told[static_cast<std::size_t>(*status)] = true;
      } else {
        shown.wave.whole_told = true;
      }
    }
    waves_.push_back(shown.wave);
  }

  Standing standing_of(Places const& places) {
    Standing standing{.parts = std::vector<measure::People>(statuses), .whole = {}};
    for (auto const& [way, status] : places) {
      auto const number = numbers_.try_emplace(way, static_cast<std::uint32_t>(numbers_.size())).first->second;
      standing.parts[static_cast<std::size_t>(status)].push_back(number);
      if (status != Status::withdrawn) standing.whole.push_back(number);
    }
    for (auto& part : standing.parts) std::ranges::sort(part);
    std::ranges::sort(standing.whole);
    return standing;
  }

  std::map<ParticipationId, std::uint32_t> numbers_;
  std::map<CohortId, Shown> shown_;
  std::vector<Wave> waves_;
};

std::map<CohortId, Places> places_now(db::Reading& reading, Programme const& programme) {
  std::map<CohortId, Places> all;
  for (auto const& way : participations_of(reading, programme)) all[way.cohort][way.id] = way.status;
  return all;
}

class Writing {
 public:
  Writing(db::Transaction& tx, Programme const& programme, CohortId const& cohort, Shown const& next)
      : tx_(&tx), of_wave_{{"board", programme.board}, {"cohort", cohort}, {"wave", next.number}} {}

  void wave(ProgrammeId const& programme, base::Date today) {
    tx_->run(sql::insert_told, with({{"programme", programme}, {"told_on", today}}));
  }

  void counts(Wave const& wave) {
    base::each_enumerator<Status>([&](Status status) {
      auto const at = static_cast<std::size_t>(status);
      if (!wave.standing.parts[at].empty()) count(base::name_of(status), wave.standing.parts[at], wave.parts_told[at]);
    });
    count(among_members, wave.standing.whole, wave.whole_told);
  }

  void moves(Places const& before, Places const& now) {
    for (auto const& [way, status] : now) {
      auto const was = before.find(way);
      if (was == before.end() || was->second != status) move(way, base::name_of(status));
    }
    for (auto const& [way, status] : before) {
      if (!now.contains(way)) move(way, gone);
    }
  }

 private:
  db::Values with(db::Values more) const {
    more.insert(more.end(), of_wave_.begin(), of_wave_.end());
    return more;
  }

  void count(std::string_view place, measure::People const& people, bool told) {
    auto const number = told ? std::optional(static_cast<int>(people.size())) : std::nullopt;
    tx_->run(sql::insert_told_count, with({{"place", std::string(place)}, {"people", number}}));
  }

  void move(ParticipationId const& way, std::string_view place) {
    tx_->run(sql::insert_told_move, with({{"participation", way}, {"place", std::string(place)}}));
  }

  db::Transaction* tx_;
  db::Values of_wave_;
};

}  // namespace

void tell_standing(db::Transaction& tx, ProgrammeId const& id, base::Date today) {
  auto const programme = find_programme(tx, id);
  if (!programme || programme->audience == Audience::units) return;
  tx.run(sql::hold_programme, {{"programme", id}});  // two at once would each tell what the other does not know of
  Out out(tx, *programme);
  auto now = places_now(tx, *programme);
  for (auto const& cohort : out.cohorts()) now.try_emplace(cohort);
  for (auto& [cohort, places] : now) {
    auto const before = out.places_shown(cohort);
    auto const next = out.next(cohort, std::move(places));
    if (!next) continue;
    Writing writing(tx, *programme, cohort, *next);
    writing.wave(id, today);
    writing.counts(next->wave);
    writing.moves(before, next->places);
  }
}

std::string tally_of(std::vector<int> const& by_status, i18n::Words const& tr) {
  std::vector<std::string> parts;
  base::each_enumerator<Status>([&](Status status) {
    auto const count = by_status[static_cast<std::size_t>(status)];
    if (count > 0) parts.push_back(std::to_string(count) + " × " + words_for(status, tr));
  });
  return base::joined(parts, ", ");
}

std::string words_for(ToldStanding const& told, i18n::Words const& tr) {
  std::vector<std::string> parts;
  if (auto tally = tally_of(told.by_status, tr); !tally.empty()) parts.push_back(std::move(tally));
  if (told.withholds) parts.push_back(tr("kleine aantallen blijven weg"));
  parts.push_back(tr("geteld op {}", tr.day(told.on_day)));
  return base::joined(parts, ", ");
}

}  // namespace lenig::programme
