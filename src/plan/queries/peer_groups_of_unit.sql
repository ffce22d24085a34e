select board_id as board, id, unit_id as unit, name, ended_on
from plan_peer_group
where in_reach(board_id) and unit_id = :unit
order by ended_on is not null, name, id
