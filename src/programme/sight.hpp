#pragma once

#include <map>

#include "programme/meeting.hpp"

namespace lenig::programme {

/// The programmes around a board with what of them one viewer may see: the same rules as those of the pages
/// (`standing.hpp`), for many things in a fixed number of queries.
class Sight {
 public:
  static Sight of(db::Reading& reading, access::Viewer const& viewer);

  std::vector<Programme> const& programmes() const { return programmes_; }
  std::vector<Participation> const& ways() const { return ways_; }
  Programme const* programme(ProgrammeId const& id) const;

  bool sees(access::Matter matter, Programme const& programme) const;
  bool sees(access::Matter matter, Participation const& way) const;
  /// A meeting with the ways that come to it; without any it is a talk of the programme itself.
  bool sees(Meeting const& meeting, std::vector<ParticipationId> const& company) const;

 private:
  access::Relations to_place(UnitId const& unit) const;
  access::Relations to_programme(Programme const& programme) const;
  access::Relations to_way(Participation const& way) const;

  PersonId viewer_;
  std::vector<Programme> programmes_;
  std::vector<Participation> ways_;
  std::map<UnitId, access::Relations> to_units_;
};

}  // namespace lenig::programme
