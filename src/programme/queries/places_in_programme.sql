select distinct unit_id
from programme_participation
where board_id = :board and programme_id = :programme
