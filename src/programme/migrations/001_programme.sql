-- The tenant of a programme is the board that runs it; units of other boards take part through a network.
create table programme_programme (
  board_id text not null,
  id text not null,
  host_id text not null,
  name text not null,
  purpose text not null,
  audience text not null check (audience in ('units', 'people')),
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index programme_programme_id on programme_programme (id);
create index programme_programme_host on programme_programme (host_id);

-- A version that is published never changes; the newest without a day of publication is the draft.
create table programme_version (
  board_id text not null,
  programme_id text not null,
  number integer not null,
  published_on text,
  primary key (board_id, programme_id, number)
) strict;

create table programme_step (
  board_id text not null,
  programme_id text not null,
  version integer not null,
  position integer not null,
  title text not null,
  aim text not null,
  questions text not null,
  materials text not null,
  minutes integer not null,
  primary key (board_id, programme_id, version, position)
) strict;

create table programme_cohort (
  board_id text not null,
  id text not null,
  programme_id text not null,
  version integer not null,
  name text not null,
  school_year integer not null,
  most integer,
  second_year integer not null,
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index programme_cohort_id on programme_cohort (id);
create index programme_cohort_programme on programme_cohort (board_id, programme_id, school_year);

create table programme_participation (
  board_id text not null,
  id text not null,
  programme_id text not null,
  cohort_id text not null,
  unit_board_id text not null,
  unit_id text not null,
  person_id text,
  status text not null,
  reason text,
  since text not null,
  attempt integer not null,
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index programme_participation_id on programme_participation (id);
create index programme_participation_programme on programme_participation (board_id, programme_id);
create index programme_participation_unit on programme_participation (unit_id);
create index programme_participation_unit_board on programme_participation (unit_board_id, programme_id);

-- What happened, in order; rows are only added.
create table programme_turn (
  board_id text not null,
  id text not null,
  participation_id text not null,
  kind text not null,
  on_day text not null,
  reason text,
  cohort_id text not null,
  actor_id text,
  made_at text not null,
  primary key (board_id, id)
) strict;
create index programme_turn_participation on programme_turn (board_id, participation_id, on_day);

create table programme_step_done (
  board_id text not null,
  participation_id text not null,
  attempt integer not null,
  step integer not null,
  done_on text not null,
  primary key (board_id, participation_id, attempt, step)
) strict;

create table programme_approach (
  board_id text not null,
  participation_id text not null,
  wanted text not null,
  arrangement text not null,
  conditions text not null,
  adopted_on text not null,
  primary key (board_id, participation_id)
) strict;

create table programme_question (
  board_id text not null,
  id text not null,
  participation_id text not null,
  question text not null,
  asked_on text not null,
  fate text not null,
  answer text not null,
  primary key (board_id, id)
) strict;
create unique index programme_question_id on programme_question (id);
create index programme_question_participation on programme_question (board_id, participation_id, asked_on);

create table programme_follow_up (
  board_id text not null,
  id text not null,
  participation_id text not null,
  what text not null,
  on_day text not null,
  primary key (board_id, id)
) strict;
create index programme_follow_up_participation on programme_follow_up (board_id, participation_id, on_day);

create table programme_meeting (
  board_id text not null,
  id text not null,
  programme_id text not null,
  cohort_id text,
  kind text not null,
  step integer,
  title text not null,
  starts_at text not null,
  minutes integer not null,
  place text not null,
  link text not null,
  trainer text not null,
  materials text not null,
  preliminary_on text,
  preliminary text not null,
  state text not null,
  outcome text not null,
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index programme_meeting_id on programme_meeting (id);
create index programme_meeting_programme on programme_meeting (board_id, programme_id, starts_at);

create table programme_meeting_participation (
  board_id text not null,
  meeting_id text not null,
  participation_id text not null,
  attempt integer not null,
  primary key (board_id, meeting_id, participation_id)
) strict;
create index programme_meeting_participation_of on programme_meeting_participation (board_id, participation_id);

create table programme_agenda_item (
  board_id text not null,
  id text not null,
  meeting_id text not null,
  position integer not null,
  title text not null,
  note text not null,
  minutes integer not null,
  primary key (board_id, id)
) strict;
create unique index programme_agenda_item_id on programme_agenda_item (id);
create index programme_agenda_item_meeting on programme_agenda_item (board_id, meeting_id, position);

create table programme_attendance (
  board_id text not null,
  meeting_id text not null,
  person_id text not null,
  presence text not null,
  primary key (board_id, meeting_id, person_id)
) strict;
