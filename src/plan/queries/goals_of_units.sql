select g.board_id as board, g.id, g.level, g.person_id as person, g.peer_group_id as peer_group, g.unit_id as unit, g.plan_id as plan,
       g.words, g.for_whom, g.due, g.state, g.closed_on, g.made_by, g.made_on, g.widers
from json_each(:units) w
join plan_goal g on g.unit_id = w.value
where in_reach(g.board_id) and g.state <> 'dropped'
order by g.level, g.id
