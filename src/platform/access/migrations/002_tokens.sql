-- A key by which a program reads what its holder may see. Only its hash is kept.
create table access_token (
  secret_hash text not null primary key,
  person_id text not null references access_account (person_id),
  board_id text not null,
  scope text not null,
  made_at text not null,
  expires_at text not null
) strict;
create index access_token_person on access_token (person_id);
create index access_token_expires on access_token (expires_at);
