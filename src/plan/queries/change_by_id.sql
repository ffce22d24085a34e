select board_id as board, id, goal_id as goal, what, made_on
from plan_change
where in_reach(board_id) and id = :change
