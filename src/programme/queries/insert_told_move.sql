insert into programme_told_move (board_id, cohort_id, wave, participation_id, place)
values (:board, :cohort, :wave, :participation, :place)
