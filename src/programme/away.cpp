#include "programme/away.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int longest_in_days = 366;

std::optional<int> minute_of(std::string const& typed) {
  auto const at = base::LocalTime::parse("2000-01-01T" + typed);
  return at ? std::optional(at->minute_of_day) : std::nullopt;
}

void insert(db::Transaction& tx, BoardId const& board, Away const& away) {
  tx.run(sql::insert_away, db::fields(away, {{"board", board}}));
}

}  // namespace

Result<Away, AwayRefusal> period_of(AwayDraft const& draft) {
  auto const from = draft.from_time.empty() ? std::optional(0) : minute_of(draft.from_time);
  if (!from) return std::unexpected(AwayRefusal::from_wrong);
  auto const until = draft.until_time.empty() ? std::optional(0) : minute_of(draft.until_time);
  if (!until) return std::unexpected(AwayRefusal::until_wrong);
  auto const last = draft.last_day.value_or(draft.first_day);
  // A whole last day ends at the midnight after it.
  Away const away{.id = AwayId::make(),
                  .person = {},
                  .from_at = {draft.first_day, *from},
                  .until_at = {draft.until_time.empty() ? last.plus_days(1) : last, *until}};
  if (away.until_at <= away.from_at) return std::unexpected(AwayRefusal::ends_before);
  if (base::days_between(draft.first_day, last) > longest_in_days) return std::unexpected(AwayRefusal::too_long);
  return away;
}

std::vector<Away> away_of(db::Reading& reading, Trainer const& trainer, base::Date from) {
  return reading.all<Away>(sql::away_of_person,
                           {{"board", trainer.board}, {"person", trainer.person}, {"after_day", from}});
}

std::vector<Away> away_in(db::Reading& reading, Programme const& programme, base::Date from) {
  return reading.all<Away>(sql::away_of_trainers,
                           {{"board", programme.board}, {"programme", programme.id}, {"after_day", from}});
}

Result<AwayId, AwayRefusal> add_away(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                     AwayDraft const& draft) {
  auto const found = find_trainer(tx, trainer);
  if (!found) return std::unexpected(AwayRefusal::not_found);
  auto away = period_of(draft);
  if (!away) return std::unexpected(away.error());
  away->person = found->person;
  insert(tx, found->board, *away);
  audit::record(tx, actor, {.act = "away.added", .object = away->id.text(), .subject = found->person});
  return away->id;
}

Result<std::string, AwayRefusal> remove_away(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                             AwayId const& away) {
  auto const of = find_trainer(tx, trainer);
  if (!of) return std::unexpected(AwayRefusal::not_found);
  auto const all = away_of(tx, *of, base::Date());
  auto const found = std::ranges::find(all, away, &Away::id);
  if (found == all.end()) return std::unexpected(AwayRefusal::not_found);
  tx.run(sql::delete_away, {{"board", of->board}, {"id", away}, {"person", of->person}});
  audit::record(tx, actor, {.act = "away.removed", .object = away.text(), .subject = of->person});
  return undo::offer(tx, actor, "programme.remove_away",
                     base::joined({trainer.text(), away.text(), found->from_at.text(), found->until_at.text()}, " "));
}

bool undo_remove_away(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  auto const trainer = find_trainer(tx, TrainerId(parts.at(0)));
  if (!trainer) return false;
  insert(tx, trainer->board,
         {AwayId(parts.at(1)), trainer->person, base::LocalTime::parse(parts.at(2)).value(),
          base::LocalTime::parse(parts.at(3)).value()});
  audit::record(tx, actor, {.act = "away.restored", .object = parts.at(1), .subject = trainer->person});
  return true;
}

std::string words_for(Away const& away, i18n::Words const& tr) {
  bool const whole_end = away.until_at.minute_of_day == 0;
  auto const last = whole_end ? away.until_at.date.plus_days(-1) : away.until_at.date;
  bool const whole = away.from_at.minute_of_day == 0 && whole_end;
  if (whole && last == away.from_at.date) return tr.day(last);
  if (whole) return tr("{} tot en met {}", tr.day(away.from_at.date), tr.day(last));
  if (whole_end && last == away.from_at.date) return tr("{} vanaf {} uur", tr.day(last), away.from_at.clock());
  if (whole_end) return tr("{} tot en met {}", tr.moment(away.from_at), tr.day(last));
  if (away.from_at.date == away.until_at.date)
    return tr("{}, {} tot {} uur", tr.day(last), away.from_at.clock(), away.until_at.clock());
  return tr("{} tot {}", tr.moment(away.from_at), tr.moment(away.until_at));
}

}  // namespace lenig::programme
