-- What was told of how many people of a cohort stand where: wave after wave, so that no two of them tell of a few.
create table programme_told (
  board_id text not null,
  cohort_id text not null,
  wave integer not null,
  programme_id text not null,
  told_on text not null,
  primary key (board_id, cohort_id, wave)
) strict;
create index programme_told_programme on programme_told (board_id, programme_id, cohort_id, wave);

-- The numbers of a wave: of a status, or of all who did not withdraw. No number where it was withheld.
create table programme_told_count (
  board_id text not null,
  cohort_id text not null,
  wave integer not null,
  place text not null,
  people integer,
  primary key (board_id, cohort_id, wave, place)
) strict;

-- Who those numbers were about: who stood elsewhere in this wave than in the one before.
create table programme_told_move (
  board_id text not null,
  cohort_id text not null,
  wave integer not null,
  participation_id text not null,
  place text not null,
  primary key (board_id, cohort_id, wave, participation_id)
) strict;
-- Whose presence the attendance of a way that a report told was about. A telling is one adoption of a report.
create table programme_told_presence (
  board_id text not null,
  participation_id text not null,
  telling_id text not null,
  person_id text not null,
  recorded integer not null,
  present integer not null,
  told_on text not null,
  primary key (board_id, participation_id, telling_id, person_id)
) strict;
-- only postgresql
call guard_reach('programme_told');
call guard_reach('programme_told_count');
call guard_reach('programme_told_move');
call guard_reach('programme_told_presence');
-- end
