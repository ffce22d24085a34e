insert into plan_initiative_goal (board_id, unit_id, programme_id, goal_id)
values (:board, :unit, :programme, :goal)
