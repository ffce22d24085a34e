select a.board_id as board, a.id, a.person_id as person, a.goal_id as goal, a.plan_id as plan, a.what, a.due, a.done_on, a.made_by,
       a.made_on, coalesce(g.person_id, p.person_id) as of_person,
       coalesce(g.peer_group_id, p.peer_group_id) as of_peer_group, coalesce(g.unit_id, p.unit_id) as of_unit
from plan_action a
left join plan_goal g on g.board_id = a.board_id and g.id = a.goal_id
left join plan_plan p on p.board_id = a.board_id and p.id = a.plan_id
where a.board_id = :board and a.plan_id = :plan
order by a.done_on is not null, coalesce(a.due, '9999'), a.id
