select board_id
from organisation_unit
where in_reach(board_id) and id = :unit and ended_on is null
