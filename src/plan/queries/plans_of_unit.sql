select board_id as board, id, format_id as format, version, kind, name, person_id as person, peer_group_id as peer_group,
       unit_id as unit, begun_on, discussed_on, adopted_on, closed_on, revision
from plan_plan
where board_id = :board and unit_id = :unit
order by closed_on is not null, begun_on desc, id
