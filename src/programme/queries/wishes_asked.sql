select unit_id as unit, asked_on
from programme_wish_asked
where board_id = :board and programme_id = :programme
