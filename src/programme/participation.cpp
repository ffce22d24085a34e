#include "programme/participation.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "platform/audit/audit.hpp"
#include "platform/undo/undo.hpp"
#include "programme/cohort.hpp"
#include "programme/queries.hpp"
#include "programme/told.hpp"

namespace lenig::programme {

namespace {

db::Values key_of(Participation const& participation) {
  return {{"board", participation.board}, {"participation", participation.id}};
}

/// The participation, held for this transaction: of two turns at once, the second sees the first.
std::optional<Participation> held(db::Transaction& tx, ParticipationId const& participation) {
  tx.run(sql::hold_participation, {{"participation", participation}});
  return find_participation(tx, participation);
}

std::optional<TurnRefusal> refusal(Participation const& before, std::vector<Taken> const& history,
                                   TurnDraft const& draft, base::Date today) {
  if (!can_take(before.status, draft.turn)) return TurnRefusal::not_from_here;
  if (draft.on_day > today) return TurnRefusal::in_future;
  if (!history.empty() && draft.on_day < history.front().on_day) return TurnRefusal::before_last;
  if (asks_reason(draft.turn) && !draft.reason) return TurnRefusal::reason_missing;
  return std::nullopt;
}

std::string write_turn(db::Transaction& tx, base::Actor const& actor, Participation const& before,
                       TurnDraft const& draft) {
  auto const status = status_after(draft.turn);
  auto const reason = asks_reason(draft.turn) ? draft.reason : std::nullopt;
  auto const cohort = draft.turn == Turn::started_anew && draft.cohort ? *draft.cohort : before.cohort;
  tx.run(sql::update_participation, {{"board", before.board},
                                     {"participation", before.id},
                                     {"status", status},
                                     {"reason", reason},
                                     {"since", draft.on_day},
                                     {"cohort", cohort},
                                     {"attempt", before.attempt + (draft.turn == Turn::started_anew ? 1 : 0)}});
  auto const turn = base::new_uuid();
  tx.run(sql::insert_turn, {{"board", before.board},
                            {"id", turn},
                            {"participation", before.id},
                            {"kind", draft.turn},
                            {"on_day", draft.on_day},
                            {"reason", reason},
                            {"cohort", cohort},
                            {"actor", actor.person},
                            {"now", base::Instant::now()}});
  if (!before.person.empty()) tell_standing(tx, before.programme, actor.today);
  audit::record(
      tx, actor,
      {.act = "participation.turn", .object = before.id.text(), .detail = std::string(base::name_of(draft.turn))});
  boost::json::object const kept{{"participation", before.id.text()},
                                 {"turn", turn},
                                 {"status", base::name_of(before.status)},
                                 {"reason", before.reason ? base::name_of(*before.reason) : ""},
                                 {"since", before.since.text()},
                                 {"cohort", before.cohort.text()},
                                 {"attempt", before.attempt}};
  return undo::offer(tx, actor, "programme.take_turn", boost::json::serialize(kept));
}

/// Starting anew may happen in another cohort of the programme, when it has a place.
std::optional<TurnRefusal> refusal_of_cohort(db::Reading& reading, Participation const& before,
                                             TurnDraft const& draft) {
  if (draft.turn != Turn::started_anew || !draft.cohort || *draft.cohort == before.cohort) return std::nullopt;
  auto const cohort = find_cohort(reading, *draft.cohort);
  if (!cohort || cohort->programme != before.programme) return TurnRefusal::cohort_of_other_programme;
  if (cohort->most && cohort->members >= *cohort->most) return TurnRefusal::cohort_full;
  return std::nullopt;
}

Result<std::vector<FollowUp>, TurnRefusal> follow_ups_in(CompletionDraft const& draft) {
  std::vector<FollowUp> all;
  bool half = false;
  auto const take = [&](std::string const& what, std::optional<base::Date> const& day) {
    half = half || what.empty() != !day.has_value();
    if (!what.empty() && day) all.push_back({what, *day});
  };
  take(draft.first_what, draft.first_day);
  take(draft.second_what, draft.second_day);
  take(draft.third_what, draft.third_day);
  if (half) return std::unexpected(TurnRefusal::follow_up_half);
  for (auto const& one : all) {
    if (one.on_day <= draft.on_day) return std::unexpected(TurnRefusal::follow_up_too_early);
  }
  if (all.empty() && !draft.without) return std::unexpected(TurnRefusal::follow_ups_missing);
  return all;
}

}  // namespace

std::string path_of(ParticipationId const& participation) { return "/programma/deelname/" + participation.text(); }

Status status_after(Turn turn) {
  switch (turn) {
    case Turn::invited: return Status::invited;
    case Turn::intake_held: return Status::intake;
    case Turn::committed: return Status::committed;
    case Turn::started:
    case Turn::resumed:
    case Turn::started_anew: return Status::active;
    case Turn::paused: return Status::paused;
    case Turn::completed: return Status::completed;
    case Turn::withdrawn: return Status::withdrawn;
  }
  return Status::invited;
}

std::vector<Turn> turns_from(Status from) {
  switch (from) {
    case Status::invited: return {Turn::intake_held, Turn::withdrawn};
    case Status::intake: return {Turn::committed, Turn::withdrawn};
    case Status::committed: return {Turn::started, Turn::withdrawn};
    case Status::active: return {Turn::completed, Turn::paused, Turn::withdrawn};
    case Status::paused: return {Turn::resumed, Turn::started_anew, Turn::withdrawn};
    case Status::completed:
    case Status::withdrawn: return {};
  }
  return {};
}

bool can_take(Status from, Turn turn) {
  auto const possible = turns_from(from);
  return std::find(possible.begin(), possible.end(), turn) != possible.end();
}

bool asks_reason(Turn turn) { return turn == Turn::paused || turn == Turn::withdrawn; }

std::vector<int> counts_by_status(std::vector<Participation> const& ways) {
  std::vector<int> counts(static_cast<std::size_t>(Status::withdrawn) + 1);
  for (auto const& way : ways) ++counts[static_cast<std::size_t>(way.status)];
  return counts;
}

std::optional<Participation> find_participation(db::Reading& reading, ParticipationId const& participation) {
  return reading.one<Participation>(sql::participation_by_id, {{"participation", participation}});
}

std::vector<Taken> history_of(db::Reading& reading, Participation const& participation) {
  return reading.all<Taken>(sql::history_of_participation, key_of(participation));
}

std::vector<StepDone> steps_done(db::Reading& reading, Participation const& participation) {
  return reading.all<StepDone>(sql::steps_done, key_of(participation));
}

int steps_undone(db::Reading& reading, Participation const& participation) {
  return reading
      .one<int>(sql::steps_undone, {{"board", participation.board},
                                    {"programme", participation.programme},
                                    {"version", participation.version},
                                    {"participation", participation.id},
                                    {"attempt", participation.attempt}})
      .value();
}

std::vector<FollowUp> follow_ups_of(db::Reading& reading, Participation const& participation) {
  return reading.all<FollowUp>(sql::follow_ups, key_of(participation));
}

Result<std::string, TurnRefusal> take_turn(db::Transaction& tx, base::Actor const& actor,
                                           ParticipationId const& participation, TurnDraft const& draft) {
  auto const before = held(tx, participation);
  if (!before) return std::unexpected(TurnRefusal::not_found);
  if (draft.turn == Turn::completed) return std::unexpected(TurnRefusal::follow_ups_missing);
  if (auto const why = refusal(*before, history_of(tx, *before), draft, actor.today)) return std::unexpected(*why);
  if (auto const why = refusal_of_cohort(tx, *before, draft)) return std::unexpected(*why);
  return write_turn(tx, actor, *before, draft);
}

Result<std::string, TurnRefusal> complete(db::Transaction& tx, base::Actor const& actor,
                                          ParticipationId const& participation, CompletionDraft const& draft) {
  auto const before = held(tx, participation);
  if (!before) return std::unexpected(TurnRefusal::not_found);
  TurnDraft const turn{.turn = Turn::completed, .on_day = draft.on_day};
  if (auto const why = refusal(*before, history_of(tx, *before), turn, actor.today)) return std::unexpected(*why);
  if (!draft.steps_undone && steps_undone(tx, *before) > 0) return std::unexpected(TurnRefusal::steps_undone);
  auto const follow_ups = follow_ups_in(draft);
  if (!follow_ups) return std::unexpected(follow_ups.error());
  for (auto const& one : *follow_ups) {
    tx.run(sql::insert_follow_up,
           db::fields(one, {{"board", before->board}, {"id", base::new_uuid()}, {"participation", before->id}}));
  }
  return write_turn(tx, actor, *before, turn);
}

bool undo_take_turn(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const now = held(tx, ParticipationId(text("participation")));
  if (!now) return false;
  auto const removed =
      tx.run(sql::delete_last_turn, {{"board", now->board}, {"participation", now->id}, {"turn", text("turn")}});
  if (removed == 0) return false;  // something happened since: it stays
  tx.run(sql::delete_follow_ups, {{"board", now->board}, {"participation", now->id}});
  tx.run(sql::update_participation, {{"board", now->board},
                                     {"participation", now->id},
                                     {"status", base::enum_from<Status>(text("status")).value()},
                                     {"reason", base::enum_from<Reason>(text("reason"))},
                                     {"since", base::Date::parse(text("since")).value()},
                                     {"cohort", CohortId(text("cohort"))},
                                     {"attempt", kept.at("attempt").to_number<int>()}});
  if (!now->person.empty()) tell_standing(tx, now->programme, actor.today);
  audit::record(tx, actor, {.act = "participation.turn_undone", .object = now->id.text()});
  return true;
}

void forget_step_done(db::Transaction& tx, Participation const& participation, int step) {
  tx.run(sql::delete_step_done, {{"board", participation.board},
                                 {"participation", participation.id},
                                 {"attempt", participation.attempt},
                                 {"step", step}});
}

void note_step_done(db::Transaction& tx, Participation const& participation, int step, base::Date on_day) {
  tx.run(sql::upsert_step_done, {{"board", participation.board},
                                 {"participation", participation.id},
                                 {"attempt", participation.attempt},
                                 {"step", step},
                                 {"done_on", on_day}});
}

}  // namespace lenig::programme
