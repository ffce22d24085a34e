insert into programme_told (board_id, cohort_id, wave, programme_id, told_on)
values (:board, :cohort, :wave, :programme, :told_on)
