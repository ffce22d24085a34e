#pragma once

#include "programme/trainer.hpp"

namespace lenig::programme {

using AwayId = base::Id<struct AwayTag>;

/// When somebody who trains is away; why is asked nowhere.
struct Away {
  AwayId id;
  PersonId person;
  base::LocalTime from_at;
  base::LocalTime until_at;  // there again
};
BOOST_DESCRIBE_STRUCT(Away, (), (id, person, from_at, until_at))

/// As it is typed: days, with an hour where it is not a whole one.
struct AwayDraft {
  base::Date first_day;
  std::string from_time;  // "13:00"; empty: from the morning on
  std::optional<base::Date> last_day;
  std::string until_time;  // empty: to the end of the day
};
BOOST_DESCRIBE_STRUCT(AwayDraft, (), (first_day, from_time, last_day, until_time))

enum class AwayRefusal { not_found, from_wrong, until_wrong, ends_before, too_long };

/// From and until of what was typed.
Result<Away, AwayRefusal> period_of(AwayDraft const& draft);

/// What is not over before this day, the first first.
std::vector<Away> away_of(db::Reading& reading, Trainer const& trainer, base::Date from);
/// Of all trainers of a programme.
std::vector<Away> away_in(db::Reading& reading, Programme const& programme, base::Date from);

/// Notes a period in which a trainer is away: for all programmes of the board.
Result<AwayId, AwayRefusal> add_away(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                     AwayDraft const& draft);
/// Takes a period out; gives the step that undoes it.
Result<std::string, AwayRefusal> remove_away(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                             AwayId const& away);
bool undo_remove_away(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// "18 oktober 2004", "18 tot en met 22 oktober…", "18 oktober 2004, 13:00 tot 17:00"
std::string words_for(Away const& away, i18n::Words const& tr);

}  // namespace lenig::programme
