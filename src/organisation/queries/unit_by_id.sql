select u.board_id as board, u.id, u.kind, u.name, u.town, u.above_id as above, coalesce(a.name, '') as above_name, u.ended_on
from organisation_unit u
left join organisation_unit a on a.board_id = u.board_id and a.id = u.above_id
where in_reach(u.board_id) and u.id = :unit
