select course, core_values
from plan_course
where in_reach(board_id) and unit_id = :unit
