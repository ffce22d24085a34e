select board_id as board, id, unit_id as unit, name, explanation, ended_on
from plan_theme
where board_id = :board and ended_on is null
order by unit_id, position, id
