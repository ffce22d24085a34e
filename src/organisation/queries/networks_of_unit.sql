select n.board_id as board, n.id, n.kind, n.name, n.town
from organisation_network_unit m
join organisation_unit n on n.board_id = m.board_id and n.id = m.network_id
where in_reach(n.board_id) and m.unit_id = :unit and m.left_on is null and n.ended_on is null
order by n.sort_name
