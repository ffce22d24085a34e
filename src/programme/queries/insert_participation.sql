insert into programme_participation (board_id, id, programme_id, cohort_id, unit_board_id, unit_id, person_id, status, since, attempt, made_at)
values (:board, :id, :programme, :cohort, :unit_board, :unit, :person, :status, :since, 1, :now)
