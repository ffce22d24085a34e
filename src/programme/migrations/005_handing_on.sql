-- Why a step differs from the version before.
alter table programme_step add column reason text not null default '';

-- What a cohort learned, for those who come after it.
create table programme_lesson (
  board_id text not null,
  id text not null,
  cohort_id text not null,
  kind text not null,
  step integer,
  lesson text not null,
  reason text not null,
  person_id text not null,
  made_on text not null,
  version integer,
  primary key (board_id, id)
) strict;
create unique index programme_lesson_id on programme_lesson (id);
create index programme_lesson_cohort on programme_lesson (board_id, cohort_id, made_on);

-- Which unit of a later cohort read and discussed what this one handed on.
create table programme_lesson_reading (
  board_id text not null,
  cohort_id text not null,
  participation_id text not null,
  read_on text not null,
  discussed_on text,
  primary key (board_id, cohort_id, participation_id)
) strict;
create index programme_lesson_reading_by on programme_lesson_reading (board_id, participation_id);
-- only postgresql
call guard_reach('programme_lesson');
call guard_reach('programme_lesson_reading');
-- end
