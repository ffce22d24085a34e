select id as cohort, half_days
from programme_cohort
where board_id = :board and programme_id = :programme
