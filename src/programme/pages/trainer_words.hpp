#pragma once

#include <map>

#include "platform/html/form_page.hpp"
#include "programme/away.hpp"

// What the pages about trainers share.

namespace lenig::programme::pages {

using programme::words_for;

std::map<PersonId, std::string> names_of(db::Reading& reading, Programme const& programme, Trainers const& trainers);
std::string name_in(std::map<PersonId, std::string> const& people, PersonId const& person, i18n::Words const& tr);

/// What somebody did at a meeting: "begeleidde", where `words_for` says what they may.
std::string did(Part part, i18n::Words const& tr);
/// The three of them, as choices of what somebody may.
std::vector<html::Option> part_options(i18n::Words const& tr);

html::Objection objection_to(TrainerRefusal why, i18n::Words const& tr);
html::Objection objection_to(AwayRefusal why, i18n::Words const& tr);

}  // namespace lenig::programme::pages
