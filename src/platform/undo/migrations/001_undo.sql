create table undo_step (
  board_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  payload text not null,
  until text not null,
  used_at text,
  primary key (board_id, id)
) strict;
