select unit_id as unit, region
from programme_region
where board_id = :board
order by unit_id
