select id, unit_id as unit, school_year, stage, half_days, cents, what, on_day
from programme_facilitation
where board_id = :board and programme_id = :programme and school_year = :school_year
order by on_day, id
