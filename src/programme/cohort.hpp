#pragma once

#include "programme/participation.hpp"
#include "programme/template.hpp"

namespace lenig::programme {

/// Those who go through a programme in the same school year.
struct Cohort {
  BoardId board;
  CohortId id;
  ProgrammeId programme;
  int version = 0;
  std::string name;
  int school_year = 0;       // 2003 is 2003-2004
  std::optional<int> most;   // units or people, when there is a maximum
  bool second_year = false;  // a second year with lighter guidance follows
  int members = 0;           // who did not withdraw
};
BOOST_DESCRIBE_STRUCT(Cohort, (), (board, id, programme, version, name, school_year, most, second_year, members))

struct CohortDraft {
  std::string name;
  int school_year = 0;
  std::optional<int> most;
  bool second_year = false;
};
BOOST_DESCRIBE_STRUCT(CohortDraft, (), (name, school_year, most, second_year))

enum class CohortRefusal {
  name_missing,
  name_too_long,
  year_out_of_range,
  most_out_of_range,
  nothing_published,
  not_found
};

std::optional<CohortRefusal> refusal(CohortDraft const& draft);

std::string path_of(CohortId const& cohort);

/// "2003-2004"
std::string school_year_text(int year);
/// The school year that a day falls in: from the first of August on (WPO).
int school_year_of(base::Date day);

std::optional<Cohort> find_cohort(db::Reading& reading, CohortId const& cohort);
std::vector<Cohort> cohorts_of(db::Reading& reading, Programme const& programme);

/// Makes a cohort on the newest published version, which it keeps.
Result<CohortId, CohortRefusal> add_cohort(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                           CohortDraft const& draft);
Result<CohortId, CohortRefusal> change_cohort(db::Transaction& tx, base::Actor const& actor, CohortId const& cohort,
                                              CohortDraft const& draft);

/// Who is invited: units of the host's reach; to a programme for people, each with the people themselves.
struct InvitationDraft {
  std::vector<UnitId> units;
  std::vector<PersonId> people;
  base::Date on_day;
  bool over_maximum = false;  // said: the cohort may go above its maximum
};
BOOST_DESCRIBE_STRUCT(InvitationDraft, (), (units, people, on_day, over_maximum))

enum class InvitationRefusal { nobody, not_found, out_of_reach, already_in, cohort_full, in_future };

/// Invites to a cohort. A maximum holds unless somebody says that they know; all of them are invited or none.
Result<std::vector<ParticipationId>, InvitationRefusal> invite(db::Transaction& tx, base::Actor const& actor,
                                                               CohortId const& cohort, InvitationDraft const& draft);

/// Takes invitations back on which nothing followed; the payload is their ids.
bool undo_invite(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

/// The participations of a programme, by cohort and unit.
std::vector<Participation> participations_of(db::Reading& reading, Programme const& programme);

}  // namespace lenig::programme
