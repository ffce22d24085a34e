select board_id as board, cohort_id as cohort, max(wave) as wave
from programme_told
where board_id = :board and programme_id = :programme and told_on < :before
group by board_id, cohort_id
having count(*) > 1
