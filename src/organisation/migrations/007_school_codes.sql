-- What the register of schools (DUO) calls a school: the code of its institution with its location, as 00AP00.
alter table organisation_unit add column code text;
create unique index organisation_unit_code on organisation_unit (board_id, code);

-- The numbers by which the register knows the board: its rows in a file of all schools.
create table organisation_authority (
  board_id text not null,
  number text not null,
  primary key (board_id, number)
) strict;

-- What the file is a list of.
alter table organisation_import_file add column kind text not null default 'people';
-- only postgresql
call guard_board('organisation_authority');
-- end
