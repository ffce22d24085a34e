select question, person_id as person, mark, sealed, quotable
from programme_answer
where board_id = :board and subject_id = :subject and person_id = :person
order by question
