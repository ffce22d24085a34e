select participation_id as participation, step, why
from programme_year_hindrance
where board_id = :board and cohort_id = :cohort
