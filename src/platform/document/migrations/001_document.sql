-- A document that somebody ordered: theirs alone, for a day. `source` is what it is made of, until it is made.
create table document_order (
  board_id text not null,
  id text not null,
  person_id text not null,
  title text not null,
  format text not null,
  source text not null,
  state text not null,
  progress integer not null,
  content text not null,
  ordered_at text not null,
  primary key (board_id, id)
) strict;
create index document_order_of_person on document_order (board_id, person_id, ordered_at);
-- only postgresql
call guard_board('document_order');
-- end
