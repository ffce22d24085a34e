select c.board_id as board, c.id, c.goal_id as goal, c.what, c.by_whom, c.due, c.arranged_on, c.made_on
from json_each(:goals) w
join plan_condition c on c.board_id = :board and c.goal_id = w.value
order by c.goal_id, c.arranged_on is not null, coalesce(c.due, '9999'), c.id
