-- What a plan looks like: parts, in versions; of a board, or of one of its units.
create table plan_format (
  board_id text not null,
  id text not null,
  unit_id text not null,
  kind text not null,
  name text not null,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_format_id on plan_format (id);
create index plan_format_unit on plan_format (board_id, unit_id, kind);

create table plan_format_version (
  board_id text not null,
  format_id text not null,
  version integer not null,
  published_on text,
  primary key (board_id, format_id, version)
) strict;

-- A part keeps its slot from version to version: that is how a plan is brought over.
create table plan_format_part (
  board_id text not null,
  format_id text not null,
  version integer not null,
  position integer not null,
  slot text not null,
  title text not null,
  questions text not null,
  holds text not null,
  primary key (board_id, format_id, version, position)
) strict;

-- A group of colleagues who trust each other somewhat.
create table plan_peer_group (
  board_id text not null,
  id text not null,
  unit_id text not null,
  name text not null,
  ended_on text,
  primary key (board_id, id)
) strict;
create unique index plan_peer_group_id on plan_peer_group (id);
create index plan_peer_group_unit on plan_peer_group (unit_id);

create table plan_peer_group_member (
  board_id text not null,
  peer_group_id text not null,
  person_id text not null,
  joined_on text not null,
  left_on text,
  primary key (board_id, peer_group_id, person_id)
) strict;
create index plan_peer_group_member_person on plan_peer_group_member (board_id, person_id);

-- A plan of one person, one peer group or one unit. What persons and groups write is sealed with their own key.
-- The revision rises with every change: who fills it together sees by it that there is something new.
create table plan_plan (
  board_id text not null,
  id text not null,
  format_id text not null,
  version integer not null,
  kind text not null,
  name text not null,
  person_id text,
  peer_group_id text,
  unit_id text,
  begun_on text not null,
  discussed_on text,
  adopted_on text,
  closed_on text,
  revision integer not null,
  primary key (board_id, id)
) strict;
create unique index plan_plan_id on plan_plan (id);
create index plan_plan_person on plan_plan (board_id, person_id);
create index plan_plan_peer_group on plan_plan (board_id, peer_group_id);
create index plan_plan_unit on plan_plan (board_id, unit_id);

-- What stands in a part of a plan, and stood there before. What one person types in one sitting is one revision.
create table plan_wording (
  board_id text not null,
  plan_id text not null,
  slot text not null,
  revision integer not null,
  words text not null,
  person_id text not null,
  written_at text not null,
  is_now integer not null,
  primary key (board_id, plan_id, slot, revision)
) strict;
create index plan_wording_now on plan_wording (board_id, plan_id) where is_now = 1;

-- Part '' is the whole plan.
create table plan_share (
  board_id text not null,
  id text not null,
  plan_id text not null,
  slot text not null,
  audience text not null,
  peer_group_id text,
  since text not null,
  ended_on text,
  primary key (board_id, id)
) strict;
create index plan_share_plan on plan_share (board_id, plan_id);
create index plan_share_peer_group on plan_share (board_id, peer_group_id);

create table plan_course (
  board_id text not null,
  unit_id text not null,
  course text not null,
  core_values text not null,
  changed_on text not null,
  primary key (board_id, unit_id)
) strict;
create index plan_course_unit on plan_course (unit_id);

create table plan_theme (
  board_id text not null,
  id text not null,
  unit_id text not null,
  name text not null,
  explanation text not null,
  position integer not null,
  ended_on text,
  primary key (board_id, id)
) strict;
create unique index plan_theme_id on plan_theme (id);
create index plan_theme_board on plan_theme (board_id, unit_id, position);
create index plan_theme_unit on plan_theme (unit_id);

-- What a place deliberately does not do.
create table plan_not_doing (
  board_id text not null,
  id text not null,
  unit_id text not null,
  what text not null,
  reason text not null,
  person_id text not null,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_not_doing_id on plan_not_doing (id);
create index plan_not_doing_unit on plan_not_doing (unit_id);

-- What will be different, for whom, by when. Of one person, one peer group or one unit; what persons and groups write is
-- sealed. `widers` counts what the goal serves.
create table plan_goal (
  board_id text not null,
  id text not null,
  level text not null,
  person_id text,
  peer_group_id text,
  unit_id text,
  plan_id text,
  words text not null,
  for_whom text not null,
  due text,
  state text not null,
  closed_on text,
  made_by text not null,
  made_on text not null,
  widers integer not null,
  primary key (board_id, id)
) strict;
create unique index plan_goal_id on plan_goal (id);
create index plan_goal_person on plan_goal (board_id, person_id);
create index plan_goal_peer_group on plan_goal (board_id, peer_group_id);
create index plan_goal_unit on plan_goal (board_id, unit_id);
create index plan_goal_of_unit on plan_goal (unit_id);
create index plan_goal_plan on plan_goal (board_id, plan_id);

-- Which wider goal or theme a goal serves. Level, person and state are those of the goal that serves: they are counted.
create table plan_service (
  board_id text not null,
  goal_id text not null,
  wider_id text not null,
  wider_kind text not null,
  level text not null,
  person_id text,
  state text not null,
  made_on text not null,
  primary key (board_id, goal_id, wider_id)
) strict;
create index plan_service_wider on plan_service (wider_id, level, state, person_id, goal_id, board_id);
create index plan_service_goal on plan_service (goal_id);

-- A marker (piketpaaltje) of a goal: where it stood, where it is to stand, and how often somebody looks.
create table plan_indicator (
  board_id text not null,
  id text not null,
  goal_id text not null,
  name text not null,
  measure text not null,
  baseline real not null,
  baseline_on text not null,
  target real not null,
  target_on text not null,
  ask_days integer not null,
  made_on text not null,
  ended_on text,
  primary key (board_id, id)
) strict;
create unique index plan_indicator_id on plan_indicator (id);
create index plan_indicator_goal on plan_indicator (goal_id);

create table plan_reading (
  board_id text not null,
  id text not null,
  indicator_id text not null,
  value real not null,
  on_day text not null,
  source text not null,
  evidence text not null,
  person_id text not null,
  primary key (board_id, id)
) strict;
create unique index plan_reading_id on plan_reading (id);
create index plan_reading_indicator on plan_reading (board_id, indicator_id, on_day);

-- What must be arranged for a goal, by whom, and since when it is.
create table plan_condition (
  board_id text not null,
  id text not null,
  goal_id text not null,
  what text not null,
  by_whom text not null,
  due text,
  arranged_on text,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_condition_id on plan_condition (id);
create index plan_condition_goal on plan_condition (goal_id);

-- What others will notice, and what they say that they see.
create table plan_change (
  board_id text not null,
  id text not null,
  goal_id text not null,
  what text not null,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_change_id on plan_change (id);
create index plan_change_goal on plan_change (board_id, goal_id);

create table plan_observation (
  board_id text not null,
  change_id text not null,
  person_id text not null,
  on_day text not null,
  seen text not null,
  words text not null,
  primary key (board_id, change_id, person_id, on_day)
) strict;

-- What somebody does, by a day; for a goal or in a plan, or by itself. Sealed where the goal or plan is.
create table plan_action (
  board_id text not null,
  id text not null,
  person_id text not null,
  goal_id text,
  plan_id text,
  what text not null,
  due text,
  done_on text,
  made_by text not null,
  made_on text not null,
  primary key (board_id, id)
) strict;
create unique index plan_action_id on plan_action (id);
create index plan_action_person on plan_action (board_id, person_id, due);
create index plan_action_goal on plan_action (board_id, goal_id);
create index plan_action_plan on plan_action (board_id, plan_id);
-- only postgresql
call guard_reach('plan_format');
call guard_reach('plan_format_version');
call guard_reach('plan_format_part');
call guard_reach('plan_peer_group');
call guard_reach('plan_peer_group_member');
call guard_reach('plan_plan');
call guard_reach('plan_wording');
call guard_reach('plan_share');
call guard_reach('plan_course');
call guard_reach('plan_theme');
call guard_reach('plan_not_doing');
call guard_reach('plan_goal');
call guard_reach('plan_service');
call guard_reach('plan_indicator');
call guard_reach('plan_reading');
call guard_reach('plan_condition');
call guard_reach('plan_change');
call guard_reach('plan_observation');
call guard_reach('plan_action');
-- end
