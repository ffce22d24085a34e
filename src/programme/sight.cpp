#include "programme/sight.hpp"

#include <algorithm>

#include "platform/base/collected.hpp"
#include "platform/db/id_list.hpp"
#include "programme/queries.hpp"
#include "programme/standing.hpp"

namespace lenig::programme {

namespace {

using access::Action;
using access::Matter;
using access::Relation;
using access::Relations;

Relations only(Relations const& relations, std::initializer_list<Relation> kept) {
  Relations found;
  for (auto const one : kept) {
    if (relations.has(one)) found.add(one);
  }
  return found;
}

}  // namespace

Sight Sight::of(db::Reading& reading, access::Viewer const& viewer) {
  Sight sight;
  sight.viewer_ = viewer.person;
  sight.programmes_ = programmes_of(reading, viewer.board);
  sight.ways_ =
      reading.all<Participation>(sql::participations_of_programmes,
                                 {{"programmes", db::as_json(base::collected(sight.programmes_, &Programme::id))}});
  auto units = base::collected(sight.ways_, &Participation::unit);
  for (auto const& one : sight.programmes_) units.push_back(one.host);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  sight.to_units_ = organisation::relations_to_each(reading, viewer, units);
  return sight;
}

Programme const* Sight::programme(ProgrammeId const& id) const {
  auto const found = std::ranges::find(programmes_, id, &Programme::id);
  return found == programmes_.end() ? nullptr : &*found;
}

bool Sight::sees(Matter matter, Programme const& programme) const {
  return access::permits(matter, Action::see, to_programme(programme));
}

bool Sight::sees(Matter matter, Participation const& way) const {
  return access::permits(matter, Action::see, to_way(way));
}

bool Sight::sees(Meeting const& meeting, std::vector<ParticipationId> const& company) const {
  std::vector<Participation> ways;
  std::ranges::copy_if(ways_, std::back_inserter(ways),
                       [&](Participation const& way) { return std::ranges::find(company, way.id) != company.end(); });
  auto relations = to_ways_by(to_units_, ways, viewer_);
  auto const* of = programme(meeting.programme);
  if (company.empty() && of != nullptr)
    relations = only(to_programme(*of), {Relation::leader, Relation::facilitator, Relation::trainer});
  return access::permits(Matter::meeting, Action::see, relations);
}

Relations Sight::to_place(UnitId const& unit) const {
  auto const found = to_units_.find(unit);
  return found == to_units_.end() ? Relations() : found->second;
}

Relations Sight::to_programme(Programme const& programme) const {
  auto relations = to_place(programme.host);
  for (auto const& way : ways_) {
    if (way.programme == programme.id) relations.add(to_programme_by(to_place(way.unit)));
  }
  return relations;
}

Relations Sight::to_way(Participation const& way) const { return to_ways_by(to_units_, {way}, viewer_); }

}  // namespace lenig::programme
