select board_id as board, id, goal_id as goal, what, by_whom, due, arranged_on, made_on
from plan_condition
where in_reach(board_id) and id = :condition
