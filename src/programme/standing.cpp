#include "programme/standing.hpp"

#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/agreement.hpp"
#include "programme/lesson.hpp"
#include "programme/meeting.hpp"
#include "programme/queries.hpp"
#include "programme/question.hpp"
#include "programme/report.hpp"
#include "programme/trainer.hpp"

namespace lenig::programme {

namespace {

using access::Relation;
using access::Relations;

constexpr Relation of_the_host[] = {Relation::facilitator, Relation::trainer};

Relations without(Relations const& relations, std::initializer_list<Relation> left_out) {
  Relations kept;
  base::each_enumerator<Relation>([&](Relation one) {
    if (relations.has(one) && std::find(left_out.begin(), left_out.end(), one) == left_out.end()) kept.add(one);
  });
  return kept;
}

/// How the viewer stands to ways through a programme.
std::optional<Relations> to_ways(db::Reading& reading, access::Viewer const& viewer, Programme const& programme,
                                 std::vector<Participation> const& ways) {
  auto places = base::collected(ways, &Participation::unit);
  places.push_back(programme.host);
  auto const relations = to_ways_by(organisation::relations_to_each(reading, viewer, places), ways, viewer.person);
  if (relations.empty()) return std::nullopt;
  return relations;
}

}  // namespace

Relations to_programme_by(Relations const& to_unit) {
  return without(to_unit, {Relation::facilitator, Relation::trainer, Relation::hr});
}

Relations to_ways_by(std::map<UnitId, Relations> const& to_places, std::vector<Participation> const& ways,
                     PersonId const& viewer) {
  Relations relations;
  bool leads_all = true;
  bool of_people = false;
  bool own = false;
  for (auto const& way : ways) {
    auto const unit = to_places.find(way.unit);
    auto const to_unit = unit == to_places.end() ? Relations() : unit->second;
    relations.add(without(to_unit, {Relation::facilitator, Relation::trainer}));
    leads_all = leads_all && to_unit.has(Relation::leader);
    of_people = of_people || !way.person.empty();
    own = own || (!way.person.empty() && way.person == viewer);
  }
  if (relations.has(Relation::leader) && !leads_all) {
    relations = without(relations, {Relation::leader});
    relations.add(Relation::group_member);
  }
  if (of_people) relations = without(relations, {Relation::group_member});
  if (own) relations.add({Relation::self, Relation::group_member});
  for (auto const& way : ways) {
    auto const host = to_places.find(way.host);
    for (auto const role : of_the_host) {
      if (host != to_places.end() && host->second.has(role)) relations.add(role);
    }
  }
  return relations;
}

/// A trainer or facilitator counts by what they are at the place that runs it, not at a place that goes through it.
std::optional<Relations> relations_to_programme(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& programme) {
  auto const found = find_programme(reading, ProgrammeId(programme));
  if (!found) return std::nullopt;
  auto places = reading.all<UnitId>(sql::places_in_programme, {{"board", found->board}, {"programme", found->id}});
  auto const is_host_among_them = std::find(places.begin(), places.end(), found->host) != places.end();
  places.push_back(found->host);
  Relations relations;
  for (auto const& [place, to_place] : organisation::relations_to_each(reading, viewer, places)) {
    bool const host = place == found->host;
    if (host) relations.add(to_place);
    if (!host || is_host_among_them) relations.add(to_programme_by(to_place));
  }
  if (relations.empty()) return std::nullopt;
  return relations;
}

std::optional<Relations> relations_to_cohort(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& cohort) {
  auto const found = find_cohort(reading, CohortId(cohort));
  if (!found) return std::nullopt;
  return relations_to_programme(reading, viewer, found->programme.text());
}

std::optional<Relations> relations_to_lesson(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& lesson) {
  auto const found = find_lesson(reading, LessonId(lesson));
  if (!found) return std::nullopt;
  return relations_to_cohort(reading, viewer, found->cohort.text());
}

std::optional<Relations> relations_to_report(db::Reading& reading, access::Viewer const& viewer,
                                             std::string const& report) {
  auto const found = find_report(reading, ReportId(report));
  if (!found) return std::nullopt;
  return relations_to_programme(reading, viewer, found->programme.text());
}

std::optional<Relations> relations_to_agreement(db::Reading& reading, access::Viewer const& viewer,
                                                std::string const& agreement) {
  auto const found = find_agreement(reading, AgreementId(agreement));
  if (!found) return std::nullopt;
  auto relations = relations_to_programme(reading, viewer, found->programme.text());
  if (relations && found->person == viewer.person) relations->add(Relation::self);
  return relations;
}

std::optional<Relations> relations_to_trainer(db::Reading& reading, access::Viewer const& viewer,
                                              std::string const& trainer) {
  auto const found = find_trainer(reading, TrainerId(trainer));
  if (!found) return std::nullopt;
  auto relations = relations_to_programme(reading, viewer, found->programme.text());
  if (relations && found->person == viewer.person) relations->add(Relation::self);
  return relations;
}

std::optional<Relations> relations_to_participation(db::Reading& reading, access::Viewer const& viewer,
                                                    std::string const& participation) {
  auto const way = find_participation(reading, ParticipationId(participation));
  if (!way) return std::nullopt;
  auto const programme = find_programme(reading, way->programme);
  return to_ways(reading, viewer, *programme, {*way});
}

std::optional<Relations> relations_to_question(db::Reading& reading, access::Viewer const& viewer,
                                               std::string const& question) {
  auto const found = find_question(reading, QuestionId(question));
  if (!found) return std::nullopt;
  return relations_to_participation(reading, viewer, found->participation.text());
}

std::optional<Relations> relations_to_meeting(db::Reading& reading, access::Viewer const& viewer,
                                              std::string const& meeting) {
  auto const found = find_meeting(reading, MeetingId(meeting));
  if (!found) return std::nullopt;
  auto const ways = participations_at(reading, *found);
  if (ways.empty()) {
    // Of the project team or the directors: those who lead a unit of the programme, and who run it; not the teams.
    auto const relations = relations_to_programme(reading, viewer, found->programme.text()).value_or(Relations());
    Relations kept;
    for (auto const one : {Relation::leader, Relation::facilitator, Relation::trainer}) {
      if (relations.has(one)) kept.add(one);
    }
    return kept.empty() ? std::nullopt : std::optional(kept);
  }
  return to_ways(reading, viewer, *find_programme(reading, found->programme), ways);
}

std::optional<Relations> relations_to_agenda_item(db::Reading& reading, access::Viewer const& viewer,
                                                  std::string const& item) {
  auto const found = find_agenda_item(reading, AgendaItemId(item));
  if (!found) return std::nullopt;
  return relations_to_meeting(reading, viewer, found->meeting.text());
}

}  // namespace lenig::programme
