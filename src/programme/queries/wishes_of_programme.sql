select unit_id as unit, school_year, wish
from programme_wish
where board_id = :board and programme_id = :programme
