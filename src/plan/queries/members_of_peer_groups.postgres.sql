select m.peer_group_id as peer_group, m.person_id as person
from json_array_elements_text(cast(:groups as json)) as w (value)
join plan_peer_group_member m on m.board_id = :board and m.peer_group_id = w.value
where m.left_on is null
order by m.peer_group_id, m.person_id
