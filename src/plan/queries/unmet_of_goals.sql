select c.goal_id as goal, c.due
from json_each(:goals) w
join plan_condition c on c.goal_id = w.value
where in_reach(c.board_id) and c.arranged_on is null
