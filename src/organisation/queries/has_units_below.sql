select 1 as below
from organisation_unit a
join organisation_unit u on u.board_id = a.board_id and u.above_id = a.id
where in_reach(a.board_id) and a.id = :unit and u.ended_on is null
limit 1
