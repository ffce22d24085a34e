select board_id
from organisation_unit
where id = :unit and ended_on is null
