select board_id as board, id, format_id as format, version, kind, name, person_id as person, peer_group_id as peer_group,
       unit_id as unit, begun_on, discussed_on, adopted_on, closed_on, revision
from plan_plan
where in_reach(board_id) and id = :plan
