select distinct p.id, p.person_id as person, p.name, g.name as group_name
from plan_peer_group_member m
join plan_peer_group g on g.board_id = m.board_id and g.id = m.peer_group_id
join plan_share s on s.board_id = m.board_id and s.peer_group_id = m.peer_group_id
join plan_plan p on p.board_id = s.board_id and p.id = s.plan_id
where m.board_id = :board and m.person_id = :person and m.left_on is null and g.ended_on is null and s.ended_on is null
  and m.joined_at <= s.shared_at and p.person_id <> :person and p.closed_on is null
order by g.name, p.name, p.id
