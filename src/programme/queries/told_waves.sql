select cohort_id as cohort, wave
from programme_told
where board_id = :board and programme_id = :programme
order by cohort_id, wave
