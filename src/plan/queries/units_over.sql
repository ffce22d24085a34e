select p.over_id
from organisation_unit u
join organisation_unit_path p on p.board_id = u.board_id and p.unit_id = u.id
where in_reach(u.board_id) and u.id = :unit and p.via = 'line'
