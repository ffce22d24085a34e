#pragma once

#include <map>

#include "programme/cohort.hpp"

namespace lenig::programme {

/// How many people of a cohort stand where, as the map, the API and reports tell it: all three the same, and no more
/// than may be told beside what was told before. It stands until enough people moved.
struct ToldStanding {
  base::Date on_day;           // since when it stands
  std::vector<int> by_status;  // in their order; 0 also where a number is withheld
  std::optional<int> members;  // who did not withdraw
  bool withholds = false;      // the number of a status
};

/// Of programmes for people, by cohort; without cohorts of which nothing was told yet. One query.
std::map<CohortId, ToldStanding> told_of(db::Reading& reading, std::vector<ProgrammeId> const& programmes);

/// Tells where people stand as far as that may be told beside all that is out (measure::next_wave); else what is shown
/// goes on to stand. Whatever changes where somebody stands ends with it: pages only read. Two at once go one after the
/// other. Of a programme for units nothing is told.
void tell_standing(db::Transaction& tx, ProgrammeId const& programme, base::Date today);

/// Once a day: what was told more than five years ago is forgotten but for how it ended, and what stands where is told
/// of programmes of which nothing is out yet (they are older than this telling).
void tidy_told(db::Database& database, base::Date today);

/// "12 × Bezig, 7 × Afgerond": without those where nobody stands.
std::string tally_of(std::vector<int> const& by_status, i18n::Words const& tr);
/// "12 × Bezig, 7 × Afgerond, kleine aantallen blijven weg, geteld op 15 april 2004"
std::string words_for(ToldStanding const& told, i18n::Words const& tr);

}  // namespace lenig::programme
