select c.board_id as board, c.id, c.goal_id as goal, c.what, c.made_on
from json_each(:goals) w
join plan_change c on c.board_id = :board and c.goal_id = w.value
order by c.goal_id, c.made_on, c.id
