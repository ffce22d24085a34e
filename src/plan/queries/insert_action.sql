insert into plan_action (board_id, id, person_id, goal_id, plan_id, what, due, done_on, made_by, made_on)
values (:board, :id, :person, :goal, :plan, :what, :due, :done_on, :made_by, :made_on)
