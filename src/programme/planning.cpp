#include "programme/planning.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"
#include "programme/trainer.hpp"
#include "programme/wish_letter.hpp"

namespace lenig::programme {

namespace {

constexpr int most_half_days = 1000;
constexpr int uncounted = 1'000'000;  // half-days where nobody counts them, and a maximum where there is none

struct WishRow {
  UnitId unit;
  int school_year = 0;
  Wish wish = Wish::no_preference;
};
BOOST_DESCRIBE_STRUCT(WishRow, (), (unit, school_year, wish))

struct TimeRow {
  UnitId unit;
  std::string weekdays;
  std::optional<Weekday> team_day;
  std::optional<int> team_minute;
  base::Date noted_on;
};
BOOST_DESCRIBE_STRUCT(TimeRow, (), (unit, weekdays, team_day, team_minute, noted_on))

struct HalfDays {
  CohortId cohort;
  std::optional<int> half_days;
};
BOOST_DESCRIBE_STRUCT(HalfDays, (), (cohort, half_days))

db::Values key_of(Programme const& programme) { return {{"board", programme.board}, {"programme", programme.id}}; }

db::Values key_of(Programme const& programme, UnitId const& unit) {
  auto values = key_of(programme);
  values.emplace_back("unit", unit);
  return values;
}

TeamTime time_of(TimeRow const& row) {
  TeamTime time{row.unit, {}, row.team_day, row.team_minute, row.noted_on};
  for (auto const& word : base::split(row.weekdays, ' ')) {
    if (auto const day = base::enum_from<Weekday>(word)) time.weekdays.push_back(*day);
  }
  return time;
}

/// Who is on its way stays; an invitation can still move.
bool is_fixed(std::optional<Participation> const& way) { return way && way->status != Status::invited; }

std::vector<Planned> units_in(db::Reading& reading, Programme const& programme) {
  std::map<UnitId, Participation> ways;
  for (auto const& way : participations_of(reading, programme)) {
    if (way.status != Status::withdrawn) ways.emplace(way.unit, way);
  }
  std::map<UnitId, Placement> placements;
  for (auto const& one : reading.all<Placement>(sql::placements_of_programme, key_of(programme)))
    placements.emplace(one.unit, one);
  auto const wishes = wishes_of(reading, programme);
  std::vector<Planned> units;
  for (auto const& unit : organisation::units_within(reading, programme.host)) {
    Planned planned{.unit = unit, .wishes = {}, .way = {}, .placement = {}};
    if (auto const at = wishes.find(unit.id); at != wishes.end()) planned.wishes = at->second;
    planned.wishes.unit = unit.id;
    if (auto const at = ways.find(unit.id); at != ways.end()) planned.way = at->second;
    planned.fixed = is_fixed(planned.way);
    if (auto const at = placements.find(unit.id); at != placements.end() && !planned.fixed)
      planned.placement = at->second;
    units.push_back(std::move(planned));
  }
  return units;
}

schedule::Wish engine_wish(Wish wish) {
  switch (wish) {
    case Wish::no_preference: return schedule::Wish::no_preference;
    case Wish::suits: return schedule::Wish::suits;
    case Wish::does_not_suit: return schedule::Wish::does_not_suit;
  }
  return schedule::Wish::no_preference;
}

schedule::Unit engine_unit(Planned const& planned, Sheet const& sheet) {
  schedule::Unit unit{.id = planned.unit.id.text(), .half_days = sheet.steps, .wishes = {}, .fixed = {}, .yes = {}};
  for (auto const& cohort : sheet.cohorts)
    unit.wishes[cohort.id.text()] = engine_wish(planned.wishes.in(cohort.school_year));
  if (planned.fixed) unit.fixed = planned.way->cohort.text();
  if (planned.placement && planned.placement->yes_on) unit.yes = planned.placement->cohort.text();
  return unit;
}

schedule::RollOut model_of(Sheet const& sheet) {
  schedule::RollOut model;
  for (auto const& cohort : sheet.cohorts) {
    auto const half_days = sheet.available.find(cohort.id);
    model.cohorts.push_back({cohort.id.text(), school_year_text(cohort.school_year), cohort.most.value_or(uncounted),
                             half_days == sheet.available.end() ? uncounted : half_days->second});
  }
  for (auto const& planned : sheet.units) model.units.push_back(engine_unit(planned, sheet));
  return model;
}

schedule::CohortOf cohorts_on(Sheet const& sheet) {
  schedule::CohortOf where;
  for (auto const& planned : sheet.units) {
    if (auto const cohort = planned.cohort()) where[planned.unit.id.text()] = cohort->text();
  }
  return where;
}

/// What the trainers have in a school year, less what was noted for cohorts of it, is for its other cohorts alike.
void share_half_days(Sheet& sheet, Trainers const& trainers) {
  std::map<int, int> noted;
  std::map<int, std::vector<CohortId>> others;
  for (auto const& cohort : sheet.cohorts) {
    if (auto const days = sheet.half_days[cohort.id]) {
      sheet.available[cohort.id] = *days;
      noted[cohort.school_year] += *days;
    } else {
      others[cohort.school_year].push_back(cohort.id);
    }
  }
  for (auto const& [year, cohorts] : others) {
    auto const all = trainers.half_days_in(year);
    for (auto const& cohort : cohorts) {
      if (all) sheet.available[cohort] = std::max(0, *all - noted[year]) / static_cast<int>(cohorts.size());
    }
  }
}

Result<Sheet, PlanRefusal> open_sheet(db::Transaction& tx, ProgrammeId const& id) {
  auto const programme = find_programme(tx, id);
  if (!programme) return std::unexpected(PlanRefusal::not_found);
  if (programme->audience == Audience::people) return std::unexpected(PlanRefusal::of_people);
  auto sheet = sheet_of(tx, *programme);
  if (sheet.cohorts.empty()) return std::unexpected(PlanRefusal::no_cohorts);
  return sheet;
}

Planned const* unit_on(Sheet const& sheet, UnitId const& unit) {
  auto const at = std::ranges::find_if(sheet.units, [&](Planned const& one) { return one.unit.id == unit; });
  return at == sheet.units.end() ? nullptr : &*at;
}

void put(db::Transaction& tx, Programme const& programme, UnitId const& unit, CohortId const& cohort,
         std::optional<base::Date> yes_on) {
  auto values = key_of(programme, unit);
  values.emplace_back("cohort", cohort);
  values.emplace_back("yes_on", yes_on);
  tx.run(sql::upsert_placement, values);
}

bool has_fault(Sheet const& sheet, schedule::RollOutFault::Kind kind) {
  return std::ranges::find(sheet.faults, kind, &PlanFault::kind) != sheet.faults.end();
}

void move(db::Transaction& tx, base::Actor const& actor, Participation const& way, CohortId const& cohort) {
  tx.run(sql::move_participation, {{"board", way.board}, {"participation", way.id}, {"cohort", cohort}});
  audit::record(tx, actor, {.act = "participation.moved", .object = way.id.text(), .detail = cohort.text()});
}

}  // namespace

Wish Wishes::in(int school_year) const {
  auto const at = by_year.find(school_year);
  return at == by_year.end() ? Wish::no_preference : at->second;
}

std::optional<CohortId> Planned::cohort() const {
  if (placement) return placement->cohort;
  return way ? std::optional(way->cohort) : std::nullopt;
}

std::map<UnitId, Wishes> wishes_of(db::Reading& reading, Programme const& programme) {
  std::map<UnitId, Wishes> all;
  for (auto const& row : reading.all<WishRow>(sql::wishes_of_programme, key_of(programme)))
    all[row.unit].by_year[row.school_year] = row.wish;
  for (auto const& row : reading.all<TimeRow>(sql::team_times_of_programme, key_of(programme)))
    all[row.unit].time = time_of(row);
  return all;
}

Sheet sheet_of(db::Reading& reading, Programme const& programme) {
  Sheet sheet{.programme = programme, .cohorts = cohorts_of(reading, programme)};
  sheet.steps = static_cast<int>(steps_of(reading, programme, std::max(programme.published, 1)).size());
  for (auto const& one : reading.all<HalfDays>(sql::half_days_of_cohorts, key_of(programme)))
    sheet.half_days[one.cohort] = one.half_days;
  share_half_days(sheet, trainers_of(reading, programme));
  sheet.units = units_in(reading, programme);
  for (auto const& fault : schedule::faults_of(model_of(sheet), cohorts_on(sheet)))
    sheet.faults.push_back({fault.kind, CohortId(fault.cohort), UnitId(fault.unit), fault.by});
  return sheet;
}

schedule::RollOutPlan proposal_for(Sheet const& sheet, std::chrono::milliseconds limit) {
  return schedule::plan_roll_out(model_of(sheet), limit);
}

Result<UnitId, PlanRefusal> note_wishes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                        UnitId const& unit, WishDraft const& draft) {
  auto const sheet = open_sheet(tx, programme);
  if (!sheet) return std::unexpected(sheet.error());
  if (unit_on(*sheet, unit) == nullptr) return std::unexpected(PlanRefusal::out_of_reach);
  if (draft.team_day.has_value() != draft.team_minute.has_value()) return std::unexpected(PlanRefusal::team_time_half);
  tx.run(sql::delete_wishes, key_of(sheet->programme, unit));
  for (auto const& [year, wish] : draft.by_year) {
    if (wish == Wish::no_preference) continue;
    auto values = key_of(sheet->programme, unit);
    values.emplace_back("school_year", year);
    values.emplace_back("wish", wish);
    tx.run(sql::insert_wish, values);
  }
  auto values = key_of(sheet->programme, unit);
  values.emplace_back(
      "weekdays",
      base::joined(base::collected(draft.weekdays, [](Weekday day) { return std::string(base::name_of(day)); }), " "));
  values.emplace_back("team_day", draft.team_day);
  values.emplace_back("team_minute", draft.team_minute);
  values.emplace_back("noted_on", actor.today);
  tx.run(sql::upsert_team_time, values);
  mail::withdraw(tx, wish_letter_key(programme, unit));
  audit::record(tx, actor, {.act = "planning.wishes_noted", .object = unit.text()});
  return unit;
}

Result<int, PlanRefusal> take_over(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                   schedule::CohortOf const& cohort_of) {
  auto const sheet = open_sheet(tx, programme);
  if (!sheet) return std::unexpected(sheet.error());
  int taken = 0;
  for (auto const& [unit, cohort] : cohort_of) {
    auto const* const planned = unit_on(*sheet, UnitId(unit));
    bool const stays = planned == nullptr || planned->fixed || planned->cohort() == CohortId(cohort);
    if (stays) continue;
    put(tx, sheet->programme, UnitId(unit), CohortId(cohort), std::nullopt);
    ++taken;
  }
  audit::record(tx, actor, {.act = "planning.taken_over", .object = programme.text(), .detail = std::to_string(taken)});
  return taken;
}

Result<std::string, PlanRefusal> place_unit(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            UnitId const& unit, CohortId const& cohort) {
  auto const sheet = open_sheet(tx, programme);
  if (!sheet) return std::unexpected(sheet.error());
  auto const* const planned = unit_on(*sheet, unit);
  bool const known = std::ranges::find(sheet->cohorts, cohort, &Cohort::id) != sheet->cohorts.end();
  if (planned == nullptr || !known) return std::unexpected(PlanRefusal::out_of_reach);
  if (planned->fixed) return std::unexpected(PlanRefusal::fixed);
  auto const before = planned->placement ? planned->placement->cohort.text() : std::string("-");
  put(tx, sheet->programme, unit, cohort, std::nullopt);
  audit::record(tx, actor, {.act = "planning.placed", .object = unit.text(), .detail = cohort.text()});
  return undo::offer(tx, actor, "programme.place_unit",
                     base::joined({programme.text(), unit.text(), cohort.text(), before}, " "));
}

bool undo_place_unit(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  auto const sheet = open_sheet(tx, ProgrammeId(parts.at(0)));
  if (!sheet) return false;
  auto const* const planned = unit_on(*sheet, UnitId(parts.at(1)));
  bool const stands = planned != nullptr && planned->placement && planned->placement->cohort == CohortId(parts.at(2));
  if (!stands || planned->fixed) return false;  // somebody moved it since
  if (parts.at(3) == "-") {
    tx.run(sql::delete_placement, key_of(sheet->programme, planned->unit.id));
  } else {
    put(tx, sheet->programme, planned->unit.id, CohortId(parts.at(3)), std::nullopt);
  }
  audit::record(tx, actor, {.act = "planning.placement_undone", .object = parts.at(1)});
  return true;
}

Result<UnitId, PlanRefusal> say_yes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                    UnitId const& unit) {
  auto const sheet = open_sheet(tx, programme);
  if (!sheet) return std::unexpected(sheet.error());
  auto const* const planned = unit_on(*sheet, unit);
  if (planned == nullptr) return std::unexpected(PlanRefusal::out_of_reach);
  if (!planned->placement) return std::unexpected(PlanRefusal::nothing_to_do);
  put(tx, sheet->programme, unit, planned->placement->cohort, actor.today);
  audit::record(tx, actor,
                {.act = "planning.said_yes", .object = unit.text(), .detail = planned->placement->cohort.text()});
  return unit;
}

Result<CohortId, PlanRefusal> set_half_days(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                            std::optional<int> half_days) {
  auto const found = find_cohort(tx, cohort);
  if (!found) return std::unexpected(PlanRefusal::not_found);
  if (half_days && (*half_days < 0 || *half_days > most_half_days))
    return std::unexpected(PlanRefusal::half_days_out_of_range);
  tx.run(sql::update_half_days, {{"board", found->board}, {"cohort", cohort}, {"half_days", half_days}});
  audit::record(tx, actor, {.act = "cohort.half_days", .object = cohort.text()});
  return cohort;
}

Result<CarriedOut, PlanRefusal> carry_out(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                          Maximum maximum) {
  using Kind = schedule::RollOutFault::Kind;
  auto const sheet = open_sheet(tx, programme);
  if (!sheet) return std::unexpected(sheet.error());
  if (has_fault(*sheet, Kind::outside_choice)) return std::unexpected(PlanRefusal::faults);
  if (maximum == Maximum::holds && has_fault(*sheet, Kind::over_maximum))
    return std::unexpected(PlanRefusal::over_maximum);
  CarriedOut done;
  std::map<CohortId, std::vector<UnitId>> to_invite;
  for (auto const& planned : sheet->units) {
    if (!planned.placement) continue;
    if (!planned.way) {
      to_invite[planned.placement->cohort].push_back(planned.unit.id);
    } else if (planned.way->cohort != planned.placement->cohort) {
      move(tx, actor, *planned.way, planned.placement->cohort);
      ++done.moved;
    }
  }
  for (auto const& [cohort, units] : to_invite) {
    auto const invited = invite(tx, actor, cohort, {.units = units, .on_day = actor.today, .over_maximum = true});
    if (!invited) return std::unexpected(PlanRefusal::out_of_reach);
    done.invited += static_cast<int>(invited->size());
  }
  if (done.invited + done.moved == 0) return std::unexpected(PlanRefusal::nothing_to_do);
  tx.run(sql::delete_placements, key_of(sheet->programme));
  audit::record(tx, actor, {.act = "planning.carried_out", .object = programme.text()});
  return done;
}

std::string words_for(Wish wish, i18n::Words const& tr) {
  switch (wish) {
    case Wish::no_preference: return tr("Geen voorkeur");
    case Wish::suits: return tr("Past goed");
    case Wish::does_not_suit: return tr("Past niet");
  }
  return {};
}

std::string words_for(Weekday day, i18n::Words const& tr) {
  switch (day) {
    case Weekday::monday: return tr("maandag");
    case Weekday::tuesday: return tr("dinsdag");
    case Weekday::wednesday: return tr("woensdag");
    case Weekday::thursday: return tr("donderdag");
    case Weekday::friday: return tr("vrijdag");
  }
  return {};
}

}  // namespace lenig::programme
