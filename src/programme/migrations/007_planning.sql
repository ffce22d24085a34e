-- The half-days that trainers have for a cohort.
alter table programme_cohort add column half_days integer;
-- The programme is a standing item of the directors' meeting.
alter table programme_programme add column standing_item integer not null default 0;

-- Which school years suit a unit, and which do not.
create table programme_wish (
  board_id text not null,
  programme_id text not null,
  unit_id text not null,
  school_year integer not null,
  wish text not null check (wish in ('suits', 'does_not_suit')),
  primary key (board_id, programme_id, unit_id, school_year)
) strict;

-- When a unit meets as a team anyway, and on which weekdays it can.
create table programme_team_time (
  board_id text not null,
  programme_id text not null,
  unit_id text not null,
  weekdays text not null,
  team_day text,
  team_minute integer,
  noted_on text not null,
  primary key (board_id, programme_id, unit_id)
) strict;

-- The plan as it stands: where a unit would go. Outside its choice it needs the yes of who leads it.
create table programme_placement (
  board_id text not null,
  programme_id text not null,
  unit_id text not null,
  cohort_id text not null,
  yes_on text,
  primary key (board_id, programme_id, unit_id)
) strict;

create table programme_agreement (
  board_id text not null,
  id text not null,
  programme_id text not null,
  what text not null,
  person_id text not null,
  due text not null,
  agreed_on text not null,
  done_on text,
  primary key (board_id, id)
) strict;
create unique index programme_agreement_id on programme_agreement (id);
create index programme_agreement_programme on programme_agreement (board_id, programme_id, due);

-- Who sat in the project team in a school year.
create table programme_team_member (
  board_id text not null,
  programme_id text not null,
  school_year integer not null,
  person_id text not null,
  origin text not null check (origin in ('office', 'former', 'present')),
  primary key (board_id, programme_id, school_year, person_id)
) strict;

-- Half-days and money of a unit, planned and used.
create table programme_facilitation (
  board_id text not null,
  id text not null,
  programme_id text not null,
  unit_id text not null,
  school_year integer not null,
  stage text not null check (stage in ('planned', 'used')),
  half_days integer not null,
  cents integer not null,
  what text not null,
  on_day text not null,
  primary key (board_id, id)
) strict;
create unique index programme_facilitation_id on programme_facilitation (id);
create index programme_facilitation_programme on programme_facilitation (board_id, programme_id, school_year, unit_id);
-- only postgresql
call guard_reach('programme_wish');
call guard_reach('programme_team_time');
call guard_reach('programme_placement');
call guard_reach('programme_agreement');
call guard_reach('programme_team_member');
call guard_reach('programme_facilitation');
-- end
