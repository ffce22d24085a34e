update programme_told_move
set wave = :wave
where board_id = :board and cohort_id = :cohort and wave < :wave
