select over_id
from organisation_unit_path
where in_reach(board_id) and unit_id = :unit and via = 'line'
