with start as (
  select coalesce(max(sort_name), '') as name, coalesce(max(id), '') as id
  from organisation_unit
  where in_reach(board_id) and id = :after
)
select u.board_id as board, u.id, u.kind, u.name, u.town
from start
cross join organisation_unit a
join organisation_unit u on u.board_id = a.board_id and u.above_id = a.id
where in_reach(a.board_id) and a.id = :unit and u.kind = 'school' and u.ended_on is null and (u.sort_name, u.id) > (start.name, start.id)
order by u.sort_name, u.id
limit :most
