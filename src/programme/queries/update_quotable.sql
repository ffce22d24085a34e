update programme_answer
set quotable = :quotable
where board_id = :board and subject_id = :subject and question = :question and person_id = :person and sealed <> ''
