#pragma once

#include "plan/plan.h"

namespace lenig::plan {

enum class PlanKind { roadmap, action_plan, development_plan, group_plan, school_plan, work_plan, approach };
BOOST_DESCRIBE_ENUM(PlanKind, roadmap, action_plan, development_plan, group_plan, school_plan, work_plan, approach)

/// Whose plan it is.
enum class OwnerKind { person, peer_group, unit };
BOOST_DESCRIBE_ENUM(OwnerKind, person, peer_group, unit)
OwnerKind owner_of(PlanKind kind);

/// What a part of a plan holds, besides words.
enum class Holds { words, goals, indicators, conditions, changes, actions };
BOOST_DESCRIBE_ENUM(Holds, words, goals, indicators, conditions, changes, actions)

/// What a plan looks like, for a board or one of its units.
struct Format {
  BoardId board;
  FormatId id;
  UnitId unit;  // the board as a unit, or who adapted it
  PlanKind kind = PlanKind::roadmap;
  std::string name;
  int published = 0;         // the newest version that is published; 0: none yet
  std::optional<int> draft;  // the version that is being made
};
BOOST_DESCRIBE_STRUCT(Format, (), (board, id, unit, kind, name, published, draft))

/// A part of a plan. Its slot stays the same from version to version: what was written in it is brought over by that.
struct Part {
  int position = 0;
  std::string slot;
  std::string title;
  std::string questions;  // one a line
  Holds holds = Holds::words;

  bool operator==(Part const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (position, slot, title, questions, holds))

struct PartDraft {
  std::string title;
  std::string questions;
  Holds holds = Holds::words;
};
BOOST_DESCRIBE_STRUCT(PartDraft, (), (title, questions, holds))

/// A ready format, from the cases.
struct Ready {
  PlanKind kind = PlanKind::roadmap;
  std::string name;
  std::vector<Part> parts;
};
Ready ready(PlanKind kind);

enum class FormatRefusal { not_found, title_missing, too_long, no_draft, draft_exists, part_unknown, nothing_in_it };

std::string path_of(FormatId const& format);

std::optional<Format> find_format(db::Reading& reading, FormatId const& format);
/// Of the board and of its units, by kind and name.
std::vector<Format> formats_of(db::Reading& reading, BoardId const& board);
std::vector<Part> parts_of(db::Reading& reading, Format const& format, int version);

/// The format by which a plan of this kind of this unit is begun: the unit's own, else the board's, else the ready one,
/// which becomes the board's.
Format format_for(db::Transaction& tx, base::Actor const& actor, BoardId const& board, UnitId const& unit,
                  PlanKind kind);
/// A copy of a format that a unit adapts for itself, as a draft; the unit's own when it has one already.
Result<FormatId, FormatRefusal> adapt(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                      UnitId const& unit);

/// Begins the next version as a copy of the newest.
Result<int, FormatRefusal> begin_version(db::Transaction& tx, base::Actor const& actor, FormatId const& format);
Result<int, FormatRefusal> publish_version(db::Transaction& tx, base::Actor const& actor, FormatId const& format);
Result<int, FormatRefusal> add_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                    PartDraft const& draft);
Result<int, FormatRefusal> change_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                       int position, PartDraft const& draft);
Result<int, FormatRefusal> raise_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                      int position);
Result<int, FormatRefusal> remove_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                       int position);

std::string words_for(PlanKind kind, i18n::Words const& tr);
std::string words_for(Holds holds, i18n::Words const& tr);

}  // namespace lenig::plan
