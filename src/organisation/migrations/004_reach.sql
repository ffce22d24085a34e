-- Which boards a network has joined: kept when they leave, for what they did together stays. Ids alone.
create table organisation_network_board (
  board_id text not null,
  network_id text not null,
  unit_board_id text not null,
  primary key (board_id, network_id, unit_board_id)
) strict;
create index organisation_network_board_unit on organisation_network_board (unit_board_id);
insert into organisation_network_board (board_id, network_id, unit_board_id)
select distinct board_id, network_id, unit_board_id
from organisation_network_unit
where unit_board_id <> board_id;
-- only postgresql
call guard_reach('organisation_unit');
call guard_reach('organisation_person');
call guard_appointments('organisation_appointment');
call guard_board('organisation_function');
call guard_board('organisation_search');
-- end
