select id
from plan_theme
where in_reach(board_id) and id = :theme and ended_on is null
