update programme_question
set question = :question, fate = :fate, answer = :answer
where board_id = :board and id = :id
