insert into programme_told_count (board_id, cohort_id, wave, place, people)
values (:board, :cohort, :wave, :place, :people)
