create table vault_key (
  kind text not null,
  owner_id text not null,
  wrapped text not null,
  made_at text not null,
  primary key (kind, owner_id)
) strict;
-- Which master key wraps them, by a fingerprint that does not tell it.
create table vault_master (
  fingerprint text not null primary key,
  since text not null
) strict;
