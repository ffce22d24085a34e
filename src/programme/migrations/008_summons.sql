-- One higher with each change that who was invited to a meeting has to know of.
alter table programme_meeting add column sequence integer not null default 0;

-- Who was invited to a meeting by mail, and what they answered.
create table programme_summons (
  board_id text not null,
  meeting_id text not null,
  person_id text not null,
  email text not null,
  token text not null,
  answer text not null check (answer in ('waiting', 'accepted', 'tentative', 'declined')),
  answered_at text,
  primary key (board_id, meeting_id, person_id)
) strict;
create index programme_summons_person on programme_summons (person_id);
create index programme_summons_token on programme_summons (token);

-- The links in letters by which somebody answers without signing in.
create table programme_answer_link (
  board_id text not null,
  secret_hash text not null,
  meeting_id text not null,
  person_id text not null,
  primary key (board_id, secret_hash)
) strict;
create unique index programme_answer_link_secret on programme_answer_link (secret_hash);

-- The secret of somebody's own calendar feed.
create table programme_feed (
  person_id text not null primary key,
  secret_hash text not null,
  made_at text not null
) strict;
create unique index programme_feed_secret on programme_feed (secret_hash);
-- only postgresql
call guard_reach('programme_summons');
-- end
