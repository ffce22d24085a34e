delete from programme_told
where board_id = :board and cohort_id = :cohort and wave < :wave
