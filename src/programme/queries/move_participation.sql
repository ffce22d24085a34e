update programme_participation
set cohort_id = :cohort
where board_id = :board and id = :participation and status = 'invited'
