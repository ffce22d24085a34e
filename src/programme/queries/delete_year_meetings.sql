delete from programme_year_meeting
where board_id = :board and cohort_id = :cohort
