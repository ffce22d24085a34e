select board_id as board, id, unit_id as unit, what, reason, person_id as person, made_on
from plan_not_doing
where in_reach(board_id) and id = :not_doing
