#pragma once

#include "programme/cohort.hpp"

namespace lenig::programme {

using FacilitationId = base::Id<struct FacilitationTag>;

enum class Stage { planned, used };
BOOST_DESCRIBE_ENUM(Stage, planned, used)

/// Half-days (dagdelen) and money of a unit for a programme in a school year: meant for it, or spent.
struct Facilitation {
  FacilitationId id;
  UnitId unit;
  int school_year = 0;
  Stage stage = Stage::planned;
  int half_days = 0;
  long long cents = 0;
  std::string what;
  base::Date on_day;
};
BOOST_DESCRIBE_STRUCT(Facilitation, (), (id, unit, school_year, stage, half_days, cents, what, on_day))

struct FacilitationDraft {
  UnitId unit;
  int school_year = 0;
  Stage stage = Stage::planned;
  int half_days = 0;
  std::string euros;  // as it is typed: "500" or "499,50"
  std::string what;
};
BOOST_DESCRIBE_STRUCT(FacilitationDraft, (), (unit, school_year, stage, half_days, euros, what))

enum class FacilitationRefusal {
  not_found,
  unit_unknown,
  year_out_of_range,
  half_days_out_of_range,
  euros_wrong,
  nothing_entered,
  what_missing,
  too_long
};

std::vector<Facilitation> facilitation_of(db::Reading& reading, Programme const& programme, int school_year);
std::optional<Facilitation> find_facilitation(db::Reading& reading, Programme const& programme,
                                              FacilitationId const& entry);

/// Enters half-days or money. Gives the entry.
Result<FacilitationId, FacilitationRefusal> enter_facilitation(db::Transaction& tx, base::Actor const& actor,
                                                               ProgrammeId const& programme,
                                                               FacilitationDraft const& draft);
/// Takes an entry out; gives the step that undoes it.
Result<std::string, FacilitationRefusal> remove_facilitation(db::Transaction& tx, base::Actor const& actor,
                                                             ProgrammeId const& programme, FacilitationId const& entry);
bool undo_remove_facilitation(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// Cents of a typed amount in euros; nothing when it is none, is negative, or has parts of a cent.
std::optional<long long> cents_from(std::string const& euros);

std::string words_for(Stage stage, i18n::Words const& tr);

}  // namespace lenig::programme
