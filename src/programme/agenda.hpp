#pragma once

#include "programme/meeting.hpp"

namespace lenig::programme {

/// The first agenda of a meeting, from its step: the way back, the step's questions with the time shared among them,
/// and what to take along. From then on it is the meeting's own.
std::vector<AgendaItemDraft> agenda_from(Step const& step);
void make_agenda(db::Transaction& tx, Meeting const& meeting, Step const& step);

}  // namespace lenig::programme
