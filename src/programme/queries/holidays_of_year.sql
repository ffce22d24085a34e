select school_year, region, first_day, last_day, name
from programme_holiday
where board_id = :board and school_year = :school_year
order by first_day, name
