insert into programme_lesson (board_id, id, cohort_id, kind, step, lesson, reason, person_id, made_on, version)
values (:board, :id, :cohort, :kind, :step, :lesson, :reason, :person, :made_on, :version)
