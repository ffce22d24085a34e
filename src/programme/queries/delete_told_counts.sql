delete from programme_told_count
where board_id = :board and cohort_id = :cohort and wave < :wave
