select s.slot, s.audience, s.peer_group_id as peer_group
from plan_share s
left join plan_peer_group_member m on m.board_id = s.board_id and m.peer_group_id = s.peer_group_id and m.person_id = :person
  and m.left_on is null
where s.board_id = :board and s.plan_id = :plan and s.ended_on is null
  and (s.audience <> 'peer_group' or (m.person_id is not null and m.joined_at <= s.shared_at))
order by s.slot, s.audience, s.peer_group_id
