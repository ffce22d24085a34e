-- Each entry carries its number and a hash over itself and the hash before it, per board: what is changed, left out or put
-- in between later no longer fits. Entries from before this migration have neither.
alter table audit_entry add column number integer;
alter table audit_entry add column hash text;
create unique index audit_entry_number on audit_entry (board_id, number);
create table audit_head (
  board_id text not null primary key,
  number integer not null,
  hash text not null
) strict;
