-- What a programme asks of a unit that goes through it, and what goes for it, as plan_stop has it for a goal.
create table plan_initiative (
  board_id text not null,
  unit_id text not null,
  programme_id text not null,
  asks real,
  choice text not null,
  words text not null,
  freed real,
  person_id text not null,
  on_day text not null,
  primary key (board_id, unit_id, programme_id)
) strict;
create index plan_initiative_unit on plan_initiative (unit_id, programme_id);

-- Which goals of units a programme serves, as a unit that runs it or goes through it sees it.
create table plan_initiative_goal (
  board_id text not null,
  unit_id text not null,
  programme_id text not null,
  goal_id text not null,
  primary key (board_id, unit_id, programme_id, goal_id)
) strict;
create index plan_initiative_goal_unit on plan_initiative_goal (unit_id, programme_id);
create index plan_initiative_goal_goal on plan_initiative_goal (goal_id);
-- only postgresql
call guard_reach('plan_initiative');
call guard_reach('plan_initiative_goal');
-- end
