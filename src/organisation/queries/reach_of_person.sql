-- Each board where somebody works, with itself and with every board that a network joins to it.
with home as (
  select distinct board_id
  from organisation_appointment
  where person_id = :person and starts_on <= :today and (ends_on is null or ends_on >= :today)
), shared as (
  select home.board_id as home, n.board_id, n.network_id
  from home
  join organisation_network_board n on n.unit_board_id = home.board_id
  union
  select home.board_id, n.board_id, n.network_id
  from home
  join organisation_network_board n on n.board_id = home.board_id
)
select board_id as home, board_id as board
from home
union
select home, board_id
from shared
union
select shared.home, n.unit_board_id
from shared
join organisation_network_board n on n.board_id = shared.board_id and n.network_id = shared.network_id
