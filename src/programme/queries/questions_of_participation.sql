select board_id as board, id, participation_id as participation, question, asked_on, fate, answer
from programme_question
where board_id = :board and participation_id = :participation
order by asked_on, id
