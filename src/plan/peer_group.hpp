#pragma once

#include "plan/plan.h"

namespace lenig::plan {

/// A group of about four colleagues who trust each other somewhat (popgroep).
struct PeerGroup {
  BoardId board;
  PeerGroupId id;
  UnitId unit;
  std::string name;
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(PeerGroup, (), (board, id, unit, name, ended_on))

struct Member {
  PeerGroupId peer_group;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Member, (), (peer_group, person))

struct PeerGroupDraft {
  std::string name;
  std::vector<PersonId> members;
};
BOOST_DESCRIBE_STRUCT(PeerGroupDraft, (), (name, members))

enum class PeerGroupRefusal { not_found, name_missing, too_long, too_few, not_of_this_unit, ended, adds_self };

std::string path_of(PeerGroupId const& group);

std::optional<PeerGroup> find_peer_group(db::Reading& reading, PeerGroupId const& group);
/// Of a unit, those that ended last.
std::vector<PeerGroup> peer_groups_of(db::Reading& reading, UnitId const& unit);
/// In which somebody is today.
std::vector<PeerGroup> peer_groups_of(db::Reading& reading, BoardId const& board, PersonId const& person);
/// Who is in these groups today.
std::vector<Member> members_of(db::Reading& reading, BoardId const& board, std::vector<PeerGroupId> const& groups);

Result<PeerGroupId, PeerGroupRefusal> add_peer_group(db::Transaction& tx, base::Actor const& actor, UnitId const& unit,
                                                     PeerGroupDraft const& draft);
/// Changes its name and who is in it. Who leaves no longer sees what is shared with the group.
Result<PeerGroupId, PeerGroupRefusal> change_peer_group(db::Transaction& tx, base::Actor const& actor,
                                                        PeerGroupId const& group, PeerGroupDraft const& draft);
Result<PeerGroupId, PeerGroupRefusal> end_peer_group(db::Transaction& tx, base::Actor const& actor,
                                                     PeerGroupId const& group);

}  // namespace lenig::plan
