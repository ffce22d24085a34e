create table organisation_unit (
  board_id text not null,
  id text not null,
  kind text not null check (kind in ('board', 'school', 'team', 'network')),
  name text not null,
  sort_name text not null,
  town text not null,
  above_id text,
  ended_on text,
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index organisation_unit_id on organisation_unit (id);
create index organisation_unit_above on organisation_unit (board_id, above_id, sort_name);

-- Every unit with each unit over it, itself included: by the line of the board, or by a network that joins it.
create table organisation_unit_path (
  board_id text not null,
  unit_id text not null,
  over_board_id text not null,
  over_id text not null,
  via text not null check (via in ('line', 'network')),
  primary key (board_id, unit_id, over_id)
) strict;
create index organisation_unit_path_unit on organisation_unit_path (unit_id, over_id);
create index organisation_unit_path_over on organisation_unit_path (over_id, unit_id);

create table organisation_network_unit (
  board_id text not null,
  network_id text not null,
  unit_board_id text not null,
  unit_id text not null,
  joined_on text not null,
  left_on text,
  primary key (board_id, network_id, unit_id)
) strict;
create index organisation_network_unit_unit on organisation_network_unit (unit_id);

-- A person is one over all boards by their id; each board keeps its own row of what it knows.
create table organisation_person (
  board_id text not null,
  id text not null,
  given_name text not null,
  prefix text not null,
  family_name text not null,
  email text not null,
  sort_name text not null,
  made_at text not null,
  primary key (board_id, id)
) strict;
create index organisation_person_id on organisation_person (id);
create unique index organisation_person_email on organisation_person (board_id, lower(email));

create table organisation_function (
  board_id text not null,
  name text not null,
  role text not null,
  primary key (board_id, name)
) strict;

-- An appointment is never overwritten: a change ends it and begins another, so its history stays.
create table organisation_appointment (
  board_id text not null,
  id text not null,
  person_id text not null,
  unit_id text not null,
  function text not null,
  role text not null,
  fte real not null,
  starts_on text not null,
  ends_on text,
  made_at text not null,
  primary key (board_id, id)
) strict;
create unique index organisation_appointment_id on organisation_appointment (id);
create index organisation_appointment_person on organisation_appointment (person_id, board_id, starts_on);
create index organisation_appointment_unit on organisation_appointment (unit_id, starts_on);

-- The words by which people and units are found, folded.
create table organisation_search (
  board_id text not null,
  term text not null,
  kind text not null,
  object_id text not null,
  primary key (board_id, term, kind, object_id)
) strict;
create index organisation_search_object on organisation_search (board_id, object_id);
