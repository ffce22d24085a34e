#pragma once

#include "programme/cohort.hpp"

namespace lenig::programme {

/// Why somebody sits in the project team: for the office, or as leader of a unit of the cohort before or of this one.
enum class Origin { office, former, present };
BOOST_DESCRIBE_ENUM(Origin, office, former, present)

/// How many leaders of each cohort sit in it (the rule of Oost-Groningen, adopted on 12 March 2003: two of the former
/// cohort, three of the present; in the first year all of the pilots, in the last year three of the former).
inline constexpr int of_former_cohort = 2;
inline constexpr int of_present_cohort = 3;

struct TeamMember {
  int school_year = 0;
  PersonId person;
  Origin origin = Origin::office;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (school_year, person, origin))

/// Somebody who can sit in the team of a school year.
struct TeamCandidate {
  PersonId person;
  std::string name;
  std::string unit;
  Origin origin = Origin::office;
  int served = 0;  // school years in this team before
  bool proposed = false;
};

struct TeamDraft {
  std::vector<PersonId> office;
  std::vector<PersonId> former;
  std::vector<PersonId> present;
};
BOOST_DESCRIBE_STRUCT(TeamDraft, (), (office, former, present))

enum class TeamRefusal { not_found, year_out_of_range, nobody, not_a_candidate };

/// Who served, by school year and origin.
std::vector<TeamMember> team_members_of(db::Reading& reading, Programme const& programme);

/// Who can sit in the team of a school year, and whom the rule proposes: of each cohort those who served least, by the
/// name of their unit where that is the same; in the first year with a cohort everybody of it.
std::vector<TeamCandidate> candidates_of(db::Reading& reading, Programme const& programme, int school_year,
                                         base::Date today);

/// Appoints the team of a school year, in place of who was noted before.
Result<int, TeamRefusal> appoint_team(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                      int school_year, TeamDraft const& draft);

std::string words_for(Origin origin, i18n::Words const& tr);

}  // namespace lenig::programme
