update programme_cohort
set evaluation_opens = :opens, evaluation_closes = :closes
where board_id = :board and id = :cohort
