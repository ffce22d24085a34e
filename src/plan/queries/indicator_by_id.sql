select board_id as board, id, goal_id as goal, name, measure, baseline, baseline_on, target, target_on, ask_days, made_on, ended_on
from plan_indicator
where in_reach(board_id) and id = :indicator
