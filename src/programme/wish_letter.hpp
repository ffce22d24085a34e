#pragma once

#include "programme/planning.hpp"
#include "programme/summons.hpp"

namespace lenig::programme {

/// When a unit was last asked by mail for its wishes.
struct WishAsked {
  UnitId unit;
  base::Date asked_on;
};
BOOST_DESCRIBE_STRUCT(WishAsked, (), (unit, asked_on))

std::vector<WishAsked> wishes_asked(db::Reading& reading, Programme const& programme);

/// The units on the sheet that said nothing yet, and can still be asked today.
std::vector<UnitId> silent_units(Sheet const& sheet, std::vector<WishAsked> const& asked, base::Date today);

struct AskedWishes {
  int letters = 0;
  int units = 0;    // that got one
  int without = 0;  // units whose leader has no address, or that have no leader
};

/// Asks who leads a unit that said nothing yet for its wishes, by a letter with a link to the form. Who was asked today
/// is not asked again; the letter may wait, and goes when the wishes are noted.
Result<AskedWishes, PlanRefusal> ask_wishes(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            Address const& address, i18n::Words const& tr);
/// By which such letters are found.
std::string wish_letter_key(ProgrammeId const& programme, UnitId const& unit);

}  // namespace lenig::programme
