select board_id as board, id, unit_id as unit, name, explanation, ended_on
from plan_theme
where in_reach(board_id) and id = :theme
