insert into programme_answer (board_id, subject_id, question, person_id, mark, sealed, quotable)
values (:board, :subject, :question, :person, :mark, :sealed, :quotable)
