select u.board_id as board, u.id, u.kind, u.name, u.town
from organisation_unit a
join organisation_unit u on u.board_id = a.board_id and u.above_id = a.id
where in_reach(a.board_id) and a.id = :unit and u.kind <> 'school' and u.ended_on is null
order by u.sort_name, u.id
limit :most
