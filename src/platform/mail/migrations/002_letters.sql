-- A letter knows whose it is, when it leaves, and by what it is known when it comes back.
alter table mail_message add column board_id text not null default '';
alter table mail_message add column address text not null default '';
alter table mail_message add column language text not null default 'nl';
alter table mail_message add column haste text not null default 'at_once';
alter table mail_message add column due_at text not null default '';
alter table mail_message add column key text not null default '';
alter table mail_message add column token text not null default '';
alter table mail_message add column calendar_method text;
alter table mail_message add column calendar text not null default '';
alter table mail_message add column attempts integer not null default 0;
alter table mail_message add column failure text not null default '';
alter table mail_message add column given_up_at text;
alter table mail_message add column gathered_in text;
update mail_message
set address = lower(recipient);
create index mail_message_due on mail_message (due_at, id)
where sent_at is null and given_up_at is null and gathered_in is null;
-- Of an address whose letter failed, later ones wait.
create index mail_message_tried on mail_message (address, id)
where sent_at is null and given_up_at is null and attempts > 0;
create index mail_message_gathered on mail_message (gathered_in)
where gathered_in is not null;
create index mail_message_key on mail_message (key)
where key <> '';
create index mail_message_token on mail_message (token)
where token <> '';

create table mail_preference (
  address text not null primary key,
  rhythm text not null,
  hour integer not null,
  weekday integer not null
) strict;

create table mail_bounce (
  board_id text not null,
  address text not null,
  status text not null,
  reason text not null,
  at text not null,
  primary key (board_id, address)
) strict;
-- only postgresql
call guard_board('mail_bounce');
-- end
