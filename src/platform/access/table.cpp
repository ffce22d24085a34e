#include "platform/access/relation.hpp"

namespace lenig::access {

namespace {

using enum Relation;
using enum Matter;
using enum Action;

// Everybody who works at the board or in the network, and those who govern and serve it.
constexpr Relations around{self,    group_member, board_colleague, network_peer, leader,    facilitator,
                           trainer, hr,           board_member,    council,      supervisor};

}  // namespace

std::vector<Rule> const& table() {
  static std::vector<Rule> const rules{
      {entrance, see, {anyone}, "Nobody has an account before the first visit."},
      {entrance, change, {anyone}, "Signing in, and asking for a new password."},
      {own_account, see, {signed_in}, "Each person's own."},
      {own_account, change, {signed_in}, "Each person's own."},
      {start, see, {signed_in}, "Holds only what its viewer may see elsewhere."},
      {unit, see, around, "A school is no secret among those who work with it."},
      {unit_register, see, {hr}, "Appointments are the board's administration."},
      {unit_register, change, {hr}, "Appointments are the board's administration."},
      {person, see, around, "Colleagues find each other by name, function and place."},
      {person_file,
       see,
       {self, leader, hr},
       "An appointment's size and period concern its holder and those who decide on it."},
      {person_file, change, {hr}, "Appointments are the board's administration."},
      {programme, see, around, "Everybody may know what a training is for."},
      {programme, change, {facilitator, hr}, "A programme is adapted by those who answer for it."},
      {roll_out,
       see,
       {leader, facilitator, trainer, hr, board_member, council, supervisor},
       "Progress of units, never of persons."},
      {cohort,
       see,
       {leader, facilitator, trainer, hr, board_member, council, supervisor},
       "Progress of units, never of persons."},
      {cohort, change, {facilitator, hr}, "The office invites and plans."},
      {participation,
       see,
       {self, group_member, leader, facilitator, trainer, hr, board_member},
       "A team knows its own way; reasons stay near."},
      {participation, change, {leader, facilitator}, "A school decides with the office."},
      {approach, see, {self, group_member, leader, facilitator, trainer, hr}, "The plan is the team's own."},
      {approach, change, {leader, facilitator}, "Made by school and office together."},
      {team_question,
       see,
       {self, group_member, leader, facilitator, trainer},
       "The team's own questions, for those who answer them."},
      {team_question, change, {self, group_member, leader, facilitator}, "Support staff included."},
      {meeting,
       see,
       {self, group_member, leader, facilitator, trainer},
       "For those who take part and those who lead it."},
      {meeting, change, {leader, facilitator, trainer}, "School and trainer change the agenda together."},
      {talk, see, {leader, facilitator, trainer}, "For the project team and the directors."},
      {talk, change, {facilitator}, "The office calls them together."},
      {attendance, see, {leader, facilitator, trainer}, "Who was absent is not for the corridor."},
      {attendance, change, {leader, facilitator, trainer}, "Recorded by who leads the meeting."},
      {document, see, {self}, "Holds what its orderer may see, on paper."},
      {document, change, {self}, "To have it made again."},
      {evaluation,
       see,
       {self, group_member, leader, facilitator, trainer},
       "Who took part reads what came out; answers with a name are for who runs it alone."},
      {evaluation, change, {self, group_member, leader}, "Who took part looks back."},
      {lesson,
       see,
       {self, group_member, leader, facilitator, trainer, hr, board_member, council, supervisor},
       "Written to be handed on."},
      {lesson, change, {leader, facilitator, trainer}, "By those who led it."},
      {report,
       see,
       {self, group_member, leader, facilitator, trainer, hr, board_member, council, supervisor},
       "Adopted reports are for everybody around the programme; a draft is for who makes it."},
      {report, change, {facilitator}, "The office reports."},
      {account, see, {leader}, "A school's own words are its own until it releases them."},
      {account, change, {leader}, "A school's own words are its own until it releases them."},
      {wish, see, {group_member, leader, facilitator, trainer}, "A team knows when its turn could come."},
      {wish, change, {leader, facilitator}, "The school chooses its period; the office notes what it hears."},
      {planning,
       see,
       {leader, facilitator, trainer, hr, board_member},
       "Who goes when concerns those who lead a school and those who plan."},
      {planning, change, {facilitator}, "The office plans."},
      {training,
       see,
       {facilitator, trainer},
       "How a trainer grows is for who plans with it; a trainer sees their own."},
      {training, change, {facilitator, trainer}, "Who led a meeting is noted by those who run it."},
      {trainer_calendar, see, {self, facilitator}, "When somebody is away is theirs, and for who plans with it."},
      {trainer_calendar, change, {self, facilitator}, "When somebody is away is theirs, and for who plans with it."},
      {holiday, see, around, "Everybody knows when school is out."},
      {holiday, change, {facilitator, hr}, "Typed by those who plan with it."},
      {agreement, change, {self, facilitator}, "Done by whom it was agreed with; the office keeps the list."},
      {facilitation,
       see,
       {leader, facilitator, hr, board_member},
       "Half-days and money of units, for those who answer for them."},
      {facilitation, change, {facilitator, hr}, "The office and HR keep the account."},
      {course, see, around, "A course is no secret among those who work by it."},
      {course, change, {leader, facilitator, hr, board_member}, "Set by those who answer for the place."},
      {format, see, around, "Everybody may know what is asked of them."},
      {format, change, {leader, facilitator, hr}, "Adapted by those who answer for the place."},
      {plan,
       see,
       {self, group_member, leader, board_colleague},
       "The owner's own; others see what the owner shared with them, a leader besides that it exists."},
      {plan, change, {self}, "The owner's own."},
      {unit_plan, see, around, "Made in the open, by and for those who work there."},
      {unit_plan, change, {group_member, leader, facilitator, hr, board_member}, "A team fills it together."},
      {action, change, {self, leader, facilitator}, "Done by whom it was agreed with."},
      {practice, see, around, "Personnel policy is public to those whom it concerns."},
      {practice, change, {leader, hr, board_member}, "Kept by those who answer for it."},
      {load, see, {leader, hr}, "A yearly task concerns its holder and those who agree on it."},
      {load, change, {leader, hr}, "Agreed with each person by those who lead."},
      {peer_group, see, {self, leader, facilitator, trainer, hr}, "Who is together, never what they say."},
      {peer_group, change, {leader, facilitator, hr}, "Formed by those who organise it."},
      {lesson_visit, see, {self}, "For who is visited and who visits."},
      {lesson_visit, change, {self}, "For who is visited and who visits."},
      {bounce, see, {facilitator, hr}, "For those who can find out the right address."},
      {bounce, change, {facilitator, hr}, "For those who can find out the right address."},
      {outbox, see, {signed_in}, "Exists in a demo only, where all addresses are invented."},
  };
  return rules;
}

bool permits(Matter matter, Action action, Relations relations) {
  for (auto const& rule : table()) {
    if (rule.matter == matter && rule.action == action) return rule.allowed.meets(relations);
  }
  return false;
}

}  // namespace lenig::access
