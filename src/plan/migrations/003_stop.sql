-- Hours of somebody's yearly task at a board, by the year in which the school year begins.
create table plan_load (
  board_id text not null,
  person_id text not null,
  school_year integer not null,
  hours real not null,
  primary key (board_id, person_id, school_year)
) strict;

-- What a goal of a unit asks, and what goes for it: something stops, nothing needs to go, or nobody chose yet. Hours are
-- a person's, a year.
create table plan_stop (
  board_id text not null,
  goal_id text not null,
  asks real,
  choice text not null,
  words text not null,
  freed real,
  person_id text not null,
  on_day text not null,
  primary key (board_id, goal_id)
) strict;
create index plan_stop_goal on plan_stop (goal_id);
-- only postgresql
call guard_reach('plan_load');
call guard_reach('plan_stop');
-- end
