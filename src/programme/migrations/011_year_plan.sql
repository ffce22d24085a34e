-- What a cohort's year is planned with, and how good the latest proposal was.
create table programme_year_plan (
  board_id text not null,
  cohort_id text not null,
  first_day text not null,
  last_day text not null,
  other_minute integer not null,
  minutes_between integer not null,
  accompanied integer not null,
  steps integer,
  placed integer,
  in_team_time integer,
  proven integer,
  per_mille_off integer,
  touched integer not null,
  primary key (board_id, cohort_id)
) strict;

-- A meeting of the plan as it stands: nobody has been told of it yet.
create table programme_year_meeting (
  board_id text not null,
  cohort_id text not null,
  participation_id text not null,
  step integer not null,
  starts_at text not null,
  minutes integer not null,
  leads_id text not null,
  grows_id text,
  primary key (board_id, cohort_id, participation_id, step)
) strict;

-- What had no place in the latest proposal, and why.
create table programme_year_hindrance (
  board_id text not null,
  cohort_id text not null,
  participation_id text not null,
  step integer not null,
  why text not null,
  primary key (board_id, cohort_id, participation_id, step)
) strict;
create index programme_meeting_trainer_person on programme_meeting_trainer (board_id, person_id);
-- only postgresql
call guard_reach('programme_year_plan');
call guard_reach('programme_year_meeting');
call guard_reach('programme_year_hindrance');
-- end
