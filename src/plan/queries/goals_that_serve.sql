select g.board_id as board, g.id, g.level, g.person_id as person, g.peer_group_id as peer_group, g.unit_id as unit, g.plan_id as plan,
       g.words, g.for_whom, g.due, g.state, g.closed_on, g.made_by, g.made_on, g.widers
from plan_service s
join plan_goal g on g.board_id = s.board_id and g.id = s.goal_id
where s.wider_id = :wider and in_reach(s.board_id) and s.level in ('team', 'school', 'board', 'network') and s.state <> 'dropped'
order by g.level, g.id
