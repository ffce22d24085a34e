select wider_id
from plan_service
where board_id = :board and goal_id = :goal
