update programme_cohort
set half_days = :half_days
where board_id = :board and id = :cohort
