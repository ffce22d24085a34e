create table audit_entry (
  board_id text not null,
  id text not null,
  at text not null,
  actor_id text,
  request text not null,
  act text not null,
  object_id text not null,
  subject_id text,
  detail text not null,
  primary key (board_id, id)
) strict;
create index audit_entry_subject on audit_entry (board_id, subject_id, id);
-- only sqlite
create trigger audit_entry_is_never_changed before update on audit_entry begin
  select raise(abort, 'audit entries are never changed');
end;
create trigger audit_entry_is_never_removed before delete on audit_entry begin
  select raise(abort, 'audit entries are never removed');
end;
-- end
