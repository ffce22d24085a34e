select id, unit_id as unit, school_year, stage, half_days, cents, what, on_day
from programme_facilitation
where board_id = :board and id = :id and programme_id = :programme
