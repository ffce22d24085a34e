select cohort_id as cohort, participation_id as participation, read_on, discussed_on
from programme_lesson_reading
where board_id = :board and cohort_id = :cohort
order by participation_id
