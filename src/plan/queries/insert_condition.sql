insert into plan_condition (board_id, id, goal_id, what, by_whom, due, arranged_on, made_on)
values (:board, :id, :goal, :what, :by_whom, :due, :arranged_on, :made_on)
