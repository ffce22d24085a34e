-- A report of a period. What it said when it was adopted is kept whole; it no longer follows what happens since.
create table programme_report (
  board_id text not null,
  id text not null,
  programme_id text not null,
  kind text not null,
  school_year integer not null,
  begun_on text not null,
  adopted_on text,
  adopted text not null,
  primary key (board_id, id)
) strict;
create unique index programme_report_id on programme_report (id);
create unique index programme_report_of on programme_report (board_id, programme_id, school_year, kind);

create table programme_report_section (
  board_id text not null,
  report_id text not null,
  kind text not null,
  body text not null,
  primary key (board_id, report_id, kind)
) strict;

-- Which released answers a report quotes; what its author takes back is no longer quoted.
create table programme_report_quote (
  board_id text not null,
  report_id text not null,
  subject_id text not null,
  question integer not null,
  person_id text not null,
  primary key (board_id, report_id, subject_id, question, person_id)
) strict;

-- A school's own words for a report; its own until the day it releases them.
create table programme_account (
  board_id text not null,
  report_id text not null,
  participation_id text not null,
  words text not null,
  released_on text,
  primary key (board_id, report_id, participation_id)
) strict;
create index programme_account_of on programme_account (board_id, participation_id);
-- only postgresql
call guard_reach('programme_report');
call guard_reach('programme_report_section');
call guard_reach('programme_report_quote');
call guard_reach('programme_account');
-- end
