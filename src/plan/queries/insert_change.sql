insert into plan_change (board_id, id, goal_id, what, made_on)
values (:board, :id, :goal, :what, :made_on)
