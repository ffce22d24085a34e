-- A code by which one unit of another board joins a network: its hash, once, until it expires.
create table organisation_network_code (
  board_id text not null,
  code_hash text not null,
  network_id text not null,
  expires_at text not null,
  primary key (board_id, code_hash)
) strict;
create unique index organisation_network_code_hash on organisation_network_code (code_hash);
