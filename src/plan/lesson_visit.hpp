#pragma once

#include "plan/indicator.hpp"

namespace lenig::plan {

using ReadingId = base::Id<struct ReadingTag>;

enum class VisitState { invited, accepted, declined, cancelled };
BOOST_DESCRIBE_ENUM(VisitState, invited, accepted, declined, cancelled)

/// A colleague looks at somebody's lesson or work, through a guide that the visited chose. For these two alone; guide
/// and report are sealed with the key of the visited, whose they are.
struct LessonVisit {
  BoardId board;
  LessonVisitId id;
  PersonId visited;
  PersonId visitor;
  base::Date on_day;
  VisitState state = VisitState::invited;
  std::string guide;  // one question a line
  std::string report;
  PersonId report_by;
  IndicatorId indicator;  // that it feeds, by consent
  ReadingId reading;      // empty without consent
  base::Date made_on;
};
BOOST_DESCRIBE_STRUCT(LessonVisit, (),
                      (board, id, visited, visitor, on_day, state, guide, report, report_by, indicator, reading,
                       made_on))

struct InvitationDraft {
  PersonId visitor;
  base::Date on_day;
  std::string guide;
};
BOOST_DESCRIBE_STRUCT(InvitationDraft, (), (visitor, on_day, guide))

struct ReportDraft {
  std::string report;
};
BOOST_DESCRIBE_STRUCT(ReportDraft, (), (report))

/// What the visited lets an indicator have of the visit: a number, and nothing else.
struct ConsentDraft {
  IndicatorId indicator;
  std::optional<double> value;
  bool consent = false;
};
BOOST_DESCRIBE_STRUCT(ConsentDraft, (), (indicator, value, consent))

enum class VisitRefusal {
  not_found,
  oneself,
  no_colleague,
  day_in_the_past,
  guide_missing,
  too_long,
  not_yours,
  answered_already,
  not_accepted,
  day_to_come,
  report_missing,
  report_of_visited,
  consent_missing,
  value_missing,
  value_out_of_range,
  indicator_not_found,
  before_baseline,
  consented_already,
  no_consent
};

/// As it is kept: sealed.
std::optional<LessonVisit> find_sealed_visit(db::Reading& reading, LessonVisitId const& visit);
std::optional<LessonVisit> find_visit(db::Reading& reading, vault::Vault& keys, LessonVisitId const& visit);
/// In which somebody visits or is visited, as they are kept; the last day first.
std::vector<LessonVisit> visits_of(db::Reading& reading, BoardId const& board, PersonId const& person);

/// The actor invites a colleague of their board to look at their work.
Result<LessonVisitId, VisitRefusal> invite(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                           InvitationDraft const& draft);
/// The visitor accepts or declines; either of the two cancels.
Result<LessonVisitId, VisitRefusal> answer_invitation(db::Transaction& tx, base::Actor const& actor,
                                                      LessonVisitId const& visit, VisitState answer);
Result<LessonVisitId, VisitRefusal> cancel_visit(db::Transaction& tx, base::Actor const& actor,
                                                 LessonVisitId const& visit);
/// Written by either, from the day of the visit on.
Result<LessonVisitId, VisitRefusal> write_report(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                                 LessonVisitId const& visit, ReportDraft const& draft);
/// By the visited alone. Gives the step that undoes it.
Result<std::string, VisitRefusal> remove_report(db::Transaction& tx, base::Actor const& actor,
                                                LessonVisitId const& visit);
bool undo_remove_report(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// By the visited alone: the indicator gets the value as a reading without a name, and never the report.
Result<LessonVisitId, VisitRefusal> consent(db::Transaction& tx, base::Actor const& actor, LessonVisitId const& visit,
                                            ConsentDraft const& draft);
/// The reading goes.
Result<LessonVisitId, VisitRefusal> withdraw_consent(db::Transaction& tx, base::Actor const& actor,
                                                     LessonVisitId const& visit);

/// Whose a reading is that must not tell from whom it came: the board's.
PersonId nobody_named(BoardId const& board);

std::string words_for(VisitState state, i18n::Words const& tr);

}  // namespace lenig::plan
