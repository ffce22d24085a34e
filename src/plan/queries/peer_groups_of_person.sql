select g.board_id as board, g.id, g.unit_id as unit, g.name, g.ended_on
from plan_peer_group_member m
join plan_peer_group g on g.board_id = m.board_id and g.id = m.peer_group_id
where m.board_id = :board and m.person_id = :person and m.left_on is null
order by g.name, g.id
