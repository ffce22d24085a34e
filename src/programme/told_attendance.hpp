#pragma once

#include <map>

#include "engine/measure/measure.h"
#include "programme/report.hpp"

namespace lenig::programme {

/// How often the people of each way were there, of those whose presence was recorded at its own meetings in a period.
/// Without ways of which it may not be told: of fewer than five people; or of whom an earlier report told it, and the
/// presence of one to four differs from then, whose presence the two together would tell.
std::map<ParticipationId, measure::ToldShare> told_attendance(db::Reading& reading, Programme const& programme,
                                                              std::vector<ParticipationId> const& ways,
                                                              Period const& period);

/// Keeps whose presence was told: in the transaction that tells it, the programme held.
void keep_told_attendance(db::Transaction& tx, Programme const& programme, std::vector<ParticipationId> const& ways,
                          Period const& period, base::Date today);

/// "85 %", "95 % of meer"
std::string words_for(measure::ToldShare const& share, i18n::Words const& tr);

}  // namespace lenig::programme
