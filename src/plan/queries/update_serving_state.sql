update plan_service
set state = :state
where board_id = :board and goal_id = :goal
