select unit_id as unit, cohort_id as cohort, yes_on
from programme_placement
where board_id = :board and programme_id = :programme
