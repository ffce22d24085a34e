insert into programme_year_hindrance (board_id, cohort_id, participation_id, step, why)
values (:board, :cohort, :participation, :step, :why)
