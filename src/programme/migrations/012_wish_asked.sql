-- When a unit was last asked by mail for its wishes.
create table programme_wish_asked (
  board_id text not null,
  programme_id text not null,
  unit_id text not null,
  asked_on text not null,
  primary key (board_id, programme_id, unit_id)
) strict;
-- Whose an address is that letters come back from.
create index programme_summons_email on programme_summons (board_id, lower(email));
-- only postgresql
call guard_reach('programme_wish_asked');
-- end
