#include "tests/support/furnished.hpp"

#include "organisation/unit.hpp"
#include "programme/agreement.hpp"
#include "programme/cohort.hpp"
#include "programme/lesson.hpp"
#include "programme/meeting.hpp"
#include "programme/participation.hpp"
#include "programme/question.hpp"
#include "programme/report.hpp"

namespace lenig::tests {

void furnish(Case& in, std::string const& name) {
  using organisation::UnitId;
  UnitId const school(in.unit(name));
  base::BoardId const board(in.value("select board_id from organisation_unit where id = '" + school.text() + "'"));
  base::Actor const actor{.board = board, .request = "test", .today = base::Date::parse("2004-03-01").value()};
  in.database().write(db::every_board, [&](db::Transaction& tx) {
    organisation::add_unit(tx, actor, UnitId(board.text()), {organisation::UnitKind::network, "Netwerk Elders", ""})
        .value();
    auto const id =
        programme::start_programme(tx, actor, {UnitId(board.text()), "Elders", "", programme::Audience::units},
                                   programme::ready("intervisie")->steps)
            .value();
    programme::publish_version(tx, actor, id).value();
    auto const cohort = programme::add_cohort(tx, actor, id, {"Elders", 2003, std::nullopt, false}).value();
    auto const way = programme::invite(tx, actor, cohort, {.units = {school}, .on_day = actor.today}).value().front();
    for (auto const turn : {programme::Turn::intake_held, programme::Turn::committed, programme::Turn::started})
      programme::take_turn(tx, actor, way, {.turn = turn, .on_day = actor.today}).value();
    programme::MeetingDraft const draft{.kind = programme::MeetingKind::step,
                                        .step = 5,
                                        .starts_at = base::LocalTime::parse("2004-05-12T14:00").value(),
                                        .minutes = 120,
                                        .place = "Op school",
                                        .participations = {way}};
    programme::plan_meeting(tx, actor, id, draft, i18n::Words(i18n::Language::nl)).value();
    programme::ask(tx, actor, way, {"Wat nu?"}).value();
    i18n::Words const tr(i18n::Language::nl);
    auto const report = programme::begin_report(tx, actor, id, {programme::ReportKind::interim, 2003}, tr).value();
    programme::adopt_report(tx, in.application().vault(), actor, report, {actor.today}, tr).value();
    base::PersonId const leader(in.value("select person_id from organisation_appointment where unit_id = '" +
                                         school.text() + "' and role = 'leader'"));
    programme::agree(tx, actor, id, {"Bellen", leader, actor.today}).value();
  });
}

std::string fresh_lesson(Case& in, std::string const& programme, std::string const& cohort) {
  base::Actor const actor{
      .person = base::PersonId(in.person("Bos")),
      .board = base::BoardId(in.value("select board_id from programme_programme where id = '" + programme + "'")),
      .request = "test",
      .today = base::Date::parse("2004-04-15").value()};
  programme::CohortId const of(in.cohort(cohort));
  return in.database()
      .write(db::every_board,
             [&](db::Transaction& tx) {
               return programme::write_lesson(tx, actor, of, {programme::LessonKind::change, 2, "Korter", "Tijd"});
             })
      .value()
      .text();
}

}  // namespace lenig::tests
