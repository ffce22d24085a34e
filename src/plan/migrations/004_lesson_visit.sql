-- A colleague looks at somebody's lesson or work. It is the visited's: guide and report are sealed with their key, and
-- a reading of an indicator comes of it only by their consent.
create table plan_lesson_visit (
  board_id text not null,
  id text not null,
  visited_id text not null,
  visitor_id text not null,
  on_day text not null,
  state text not null,
  guide text not null,
  report text not null,
  report_by text,
  indicator_id text,
  reading_id text,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_lesson_visit_id on plan_lesson_visit (id);
create index plan_lesson_visit_visited on plan_lesson_visit (board_id, visited_id);
create index plan_lesson_visit_visitor on plan_lesson_visit (board_id, visitor_id);
-- only postgresql
call guard_reach('plan_lesson_visit');
-- end
