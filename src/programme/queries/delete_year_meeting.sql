delete from programme_year_meeting
where board_id = :board and cohort_id = :cohort and participation_id = :participation and step = :step
