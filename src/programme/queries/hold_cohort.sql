update programme_cohort
set name = name
where in_reach(board_id) and id = :cohort
