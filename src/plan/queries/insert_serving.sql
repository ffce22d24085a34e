insert into plan_service (board_id, goal_id, wider_id, wider_kind, level, person_id, state, made_on)
values (:board, :goal, :wider, :wider_kind, :level, :person, :state, :made_on)
