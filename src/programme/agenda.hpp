#pragma once

#include "programme/meeting.hpp"

namespace lenig::programme {

/// The first agenda of a meeting, in the language of who plans it, from its step: the way back, the step's questions
/// with the time shared among them, and what to take along. From then on it is the meeting's own.
std::vector<AgendaItemDraft> agenda_from(Step const& step, i18n::Words const& tr);
void make_agenda(db::Transaction& tx, Meeting const& meeting, Step const& step, i18n::Words const& tr);

}  // namespace lenig::programme
