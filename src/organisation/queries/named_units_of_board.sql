select id, sort_name
from organisation_unit
where board_id = :board and ended_on is null
