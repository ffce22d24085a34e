select p.board_id as board, p.id, p.format_id as format, p.version, p.kind, p.name, p.person_id as person,
       p.peer_group_id as peer_group, p.unit_id as unit, p.begun_on, p.discussed_on, p.adopted_on, p.closed_on, p.revision
from plan_peer_group_member m
join plan_plan p on p.board_id = m.board_id and p.peer_group_id = m.peer_group_id
where m.board_id = :board and m.person_id = :person and m.left_on is null
order by p.closed_on is not null, p.begun_on desc, p.id
