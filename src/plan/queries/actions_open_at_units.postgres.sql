select count(*)
from json_array_elements_text(cast(:units as json)) as u (value)
join plan_goal g on g.unit_id = u.value and in_reach(g.board_id)
join plan_action a on a.board_id = g.board_id and a.goal_id = g.id
where g.state = 'open' and a.done_on is null
