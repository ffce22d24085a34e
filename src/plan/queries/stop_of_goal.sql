select board_id as board, goal_id as goal, asks, choice, words, freed, person_id as person, on_day
from plan_stop
where in_reach(board_id) and goal_id = :goal
