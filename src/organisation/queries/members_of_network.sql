with start as (
  select coalesce(max(sort_name), '') as name, coalesce(max(id), '') as id
  from organisation_unit
  where in_reach(board_id) and id = :after
)
select u.board_id as board, u.id, u.kind, u.name, u.town
from start
cross join organisation_unit n
join organisation_network_unit m on m.board_id = n.board_id and m.network_id = n.id
join organisation_unit u on u.board_id = m.unit_board_id and u.id = m.unit_id
where in_reach(n.board_id) and in_reach(u.board_id) and n.id = :network and m.left_on is null and u.ended_on is null and (u.sort_name, u.id) > (start.name, start.id)
order by u.sort_name, u.id
limit :most
