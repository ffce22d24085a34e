insert into plan_hr_practice_goal (board_id, practice_id, goal_id)
values (:board, :practice, :goal)
