select cohort_id as cohort, participation_id as participation, read_on, discussed_on
from programme_lesson_reading
where board_id = :board and participation_id = :participation
order by cohort_id
