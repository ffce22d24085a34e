-- A file that somebody is about to import: theirs alone, until it is taken or a day has passed.
create table organisation_import_file (
  board_id text not null,
  id text not null,
  person_id text not null,
  name text not null,
  content text not null,
  columns text not null,
  made_at text not null,
  primary key (board_id, id)
) strict;
create index organisation_import_file_made on organisation_import_file (made_at);

-- What the files of a board call their columns.
create table organisation_import_heading (
  board_id text not null,
  member text not null,
  heading text not null,
  primary key (board_id, member)
) strict;
-- only postgresql
call guard_board('organisation_import_file');
call guard_board('organisation_import_heading');
-- end
