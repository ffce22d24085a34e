select count(*)
from programme_answer
where board_id = :board and subject_id = :subject
