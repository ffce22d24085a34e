select c.board_id as board, c.id, c.goal_id as goal, c.what, c.made_on
from json_array_elements_text(cast(:goals as json)) as w (value)
join plan_change c on c.board_id = :board and c.goal_id = w.value
order by c.goal_id, c.made_on, c.id
