-- Accounts belong to a person, not to a board: somebody who works at two boards signs in once.
create table access_account (
  person_id text not null primary key,
  email text not null,
  email_folded text not null unique,
  password_hash text,
  language text,
  theme text not null,
  made_at text not null
) strict;
create table access_session (
  secret_hash text not null primary key,
  previous_hash text,
  person_id text not null references access_account (person_id),
  board_id text,
  csrf text not null,
  device text not null,
  made_at text not null,
  rotated_at text not null,
  seen_at text not null,
  expires_at text not null
) strict;
create index access_session_person on access_session (person_id);
create unique index access_session_csrf on access_session (csrf);
create index access_session_previous on access_session (previous_hash);
create index access_session_expires on access_session (expires_at);
create table access_ticket (
  secret_hash text not null primary key,
  person_id text not null references access_account (person_id),
  kind text not null,
  expires_at text not null,
  used_at text
) strict;
create index access_ticket_person on access_ticket (person_id);
-- A browser on which this person signed in before: an attacker's failures elsewhere don't slow it.
create table access_device (
  secret_hash text not null primary key,
  person_id text not null references access_account (person_id),
  seen_at text not null
) strict;
create index access_device_person on access_device (person_id);
create table access_throttle (
  key text not null primary key,
  failures integer not null,
  last_at text not null
) strict;
create index access_throttle_last on access_throttle (last_at);
create table access_form (
  key text not null primary key,
  at text not null,
  location text not null
) strict;
create index access_form_at on access_form (at);
