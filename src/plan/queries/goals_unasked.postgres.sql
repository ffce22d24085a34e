select w.value as goal
from json_array_elements_text(cast(:goals as json)) as w (value)
join plan_goal g on g.id = w.value
where in_reach(g.board_id) and g.state = 'open' and not exists (select 1 from plan_stop s where s.board_id = g.board_id and s.goal_id = g.id)
