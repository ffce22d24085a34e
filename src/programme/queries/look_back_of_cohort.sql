select evaluation_opens as opens, evaluation_closes as closes
from programme_cohort
where board_id = :board and id = :cohort
