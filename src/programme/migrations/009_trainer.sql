-- Who is trainer of a programme.
create table programme_trainer (
  board_id text not null,
  id text not null,
  programme_id text not null,
  person_id text not null,
  since text not null,
  ended_on text,
  primary key (board_id, id)
) strict;
create unique index programme_trainer_id on programme_trainer (id);
create unique index programme_trainer_person on programme_trainer (board_id, programme_id, person_id);

-- The half-days that a trainer has in a school year.
create table programme_trainer_half_days (
  board_id text not null,
  trainer_id text not null,
  school_year integer not null,
  half_days integer not null,
  primary key (board_id, trainer_id, school_year)
) strict;

-- What the office said that a trainer may do at a step, and why.
create table programme_trainer_part (
  board_id text not null,
  trainer_id text not null,
  step integer not null,
  part text not null check (part in ('attends', 'co_leads', 'leads')),
  reason text not null,
  set_on text not null,
  primary key (board_id, trainer_id, step)
) strict;

-- Who trains at a meeting: as it is planned, and as it was once the meeting is held.
create table programme_meeting_trainer (
  board_id text not null,
  meeting_id text not null,
  person_id text not null,
  part text not null check (part in ('attends', 'co_leads', 'leads')),
  primary key (board_id, meeting_id, person_id)
) strict;

-- When somebody who trains is away; why is kept nowhere.
create table programme_away (
  board_id text not null,
  id text not null,
  person_id text not null,
  from_at text not null,
  until_at text not null,
  primary key (board_id, id)
) strict;
create index programme_away_person on programme_away (board_id, person_id, until_at);
-- only postgresql
call guard_reach('programme_trainer');
call guard_reach('programme_trainer_half_days');
call guard_reach('programme_trainer_part');
call guard_reach('programme_meeting_trainer');
call guard_reach('programme_away');
-- end
