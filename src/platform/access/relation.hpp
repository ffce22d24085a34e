#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/i18n/words.hpp"

namespace lenig::access {

/// What somebody does at a place, by appointment.
enum class Role {
  employee,
  leader,
  hr,
  board_member,
  trainer,
  coach,
  facilitator,
  organiser,
  council,
  supervisor,
  umbrella
};
BOOST_DESCRIBE_ENUM(Role, employee, leader, hr, board_member, trainer, coach, facilitator, organiser, council,
                    supervisor, umbrella)

/// How a viewer stands to the thing on a page. One viewer may stand to it in several ways; none means a stranger.
enum class Relation {
  anyone,           // with or without an account
  signed_in,        // with an account, at whatever board
  self,             // it is about the viewer
  group_member,     // takes part in the same group, team or school
  board_colleague,  // works at the same board
  network_peer,     // works at a unit of the same network
  leader,           // leads the unit, or one above it
  facilitator,      // facilitates the network or the programme
  trainer,          // gives the training
  hr,               // HR of the board
  board_member,     // governs the board
  council,          // sits in the staff council
  supervisor,       // sits in the supervisory board
  umbrella,         // works for an organisation of boards
  guest             // invited to one event
};
BOOST_DESCRIBE_ENUM(Relation, anyone, signed_in, self, group_member, board_colleague, network_peer, leader, facilitator,
                    trainer, hr, board_member, council, supervisor, umbrella, guest)

/// A set of relations.
class Relations {
 public:
  constexpr Relations() = default;
  constexpr Relations(std::initializer_list<Relation> all) {
    for (auto const one : all) add(one);
  }

  constexpr void add(Relation one) { bits_ |= bit(one); }
  constexpr void add(Relations others) { bits_ |= others.bits_; }
  constexpr bool has(Relation one) const { return (bits_ & bit(one)) != 0; }
  constexpr bool meets(Relations others) const { return (bits_ & others.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool operator==(Relations const&) const = default;

 private:
  static constexpr unsigned bit(Relation one) { return 1U << static_cast<unsigned>(one); }
  unsigned bits_ = 0;
};

enum class Action { see, change };
BOOST_DESCRIBE_ENUM(Action, see, change)

/// The things that access is about.
enum class Matter {
  entrance,          // signing in, invitations, resets
  own_account,       // one's own account, sessions and preferences
  start,             // one's own start page, and finding people and units
  unit,              // a unit: what it is, who works there in which function
  unit_register,     // adding, changing and ending units and appointments
  person,            // a person: name, function, place
  person_file,       // a person's appointments with FTE, period and history; the e-mail address
  programme,         // a programme: its purpose and steps
  roll_out,          // which unit is where in a programme
  cohort,            // who goes through a programme together
  participation,     // one unit's or person's way through, with reasons of a pause as a category
  approach,          // the plan of approach
  team_question,     // what a team itself wants to learn
  meeting,           // a meeting: agenda, place, what came out
  talk,              // a meeting of the programme itself: project team, directors
  attendance,        // who was there
  evaluation,        // looking back: what people answered, and what was told
  lesson,            // what a cohort hands on to the next
  report,            // an interim or annual report
  account,           // a school's own words for a report
  wish,              // when a school would like its turn
  planning,          // who goes when, and the project team
  training,          // who leads which step, and grows towards it
  trainer_calendar,  // when a trainer is away
  holiday,           // school holidays of a region
  agreement,         // who does what by when
  facilitation,      // half-days and money, planned and used
  course,            // a unit's course, core values, themes, goals, and what it does not do
  format,            // what a plan looks like, in versions
  plan,              // somebody's own plan, or that of their peer group
  unit_plan,         // a plan of a school, a team or a network
  action,            // something that somebody does by a day, for a goal of a unit
  practice,          // an instrument of personnel policy
  load,              // hours of a yearly task, and what was taken on
  peer_group,        // who is in a peer group
  lesson_visit,      // a colleague looks at a lesson
  document,          // a document that somebody ordered from a page
  bounce,            // addresses that letters don't reach
  outbox             // mail that a demo would have sent
};
BOOST_DESCRIBE_ENUM(Matter, entrance, own_account, start, unit, unit_register, person, person_file, programme, roll_out,
                    cohort, participation, approach, team_question, meeting, talk, attendance, evaluation, lesson,
                    report, account, wish, planning, training, trainer_calendar, holiday, agreement, facilitation,
                    course, format, plan, unit_plan, action, practice, load, peer_group, lesson_visit, document, bounce,
                    outbox)

/// A row of the access table: who may do this, and why.
struct Rule {
  Matter matter;
  Action action;
  Relations allowed;
  char const* why;
};

/// The access table. There is one row at most for a matter and an action; what has no row, nobody may.
std::vector<Rule> const& table();

/// Whether somebody who stands to the thing in these ways may do this.
bool permits(Matter matter, Action action, Relations relations);

/// Who sees a matter, in words for a page: "de leiding van de school".
std::vector<std::string> who_sees(Matter matter, i18n::Words const& tr);

/// What a matter is called on a page: "aanwezigheid".
std::string name_of_matter(Matter matter, i18n::Words const& tr);

}  // namespace lenig::access
