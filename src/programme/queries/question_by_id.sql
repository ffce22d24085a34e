select board_id as board, id, participation_id as participation, question, asked_on, fate, answer
from programme_question
where in_reach(board_id) and id = :question
