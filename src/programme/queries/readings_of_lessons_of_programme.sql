select r.cohort_id as cohort, r.participation_id as participation, r.read_on, r.discussed_on
from programme_cohort c
join programme_lesson_reading r on r.board_id = c.board_id and r.cohort_id = c.id
where c.board_id = :board and c.programme_id = :programme
order by r.cohort_id, r.participation_id
