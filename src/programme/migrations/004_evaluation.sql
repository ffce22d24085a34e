-- Looking back: by name or confidential, as the version says.
alter table programme_version add column meeting_answers text not null default 'confidential';
alter table programme_version add column cohort_answers text not null default 'confidential';
alter table programme_cohort add column evaluation_opens text;
alter table programme_cohort add column evaluation_closes text;

create table programme_evaluation_question (
  board_id text not null,
  programme_id text not null,
  version integer not null,
  moment text not null,
  position integer not null,
  form text not null,
  theme text not null,
  question text not null,
  primary key (board_id, programme_id, version, moment, position)
) strict;

-- What somebody says of a meeting or a cohort (the subject). The words are sealed with the person's own key. There is no
-- day and no number: nothing tells the order in which answers came.
create table programme_answer (
  board_id text not null,
  subject_id text not null,
  question integer not null,
  person_id text not null,
  mark integer,
  sealed text not null,
  quotable integer not null,
  primary key (board_id, subject_id, question, person_id)
) strict;
create index programme_answer_person on programme_answer (board_id, subject_id, person_id);
-- only postgresql
call guard_reach('programme_evaluation_question');
call guard_reach('programme_answer');
-- end
