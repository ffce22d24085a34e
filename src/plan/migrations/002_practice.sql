-- An instrument of personnel policy: what it drives, for whom it is, who answers for it, and since when it is there.
create table plan_hr_practice (
  board_id text not null,
  id text not null,
  unit_id text not null,
  kind text not null,
  name text not null,
  driver text not null,
  staff_groups text not null,
  owner_id text not null,
  policy text not null,
  since text not null,
  ended_on text,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_hr_practice_id on plan_hr_practice (id);
create index plan_hr_practice_unit on plan_hr_practice (unit_id);

-- Which goals of units it serves.
create table plan_hr_practice_goal (
  board_id text not null,
  practice_id text not null,
  goal_id text not null,
  primary key (board_id, practice_id, goal_id)
) strict;
create index plan_hr_practice_goal_goal on plan_hr_practice_goal (goal_id);
create index plan_hr_practice_goal_board on plan_hr_practice_goal (board_id, goal_id);
-- only postgresql
call guard_reach('plan_hr_practice');
call guard_reach('plan_hr_practice_goal');
-- end
