update programme_question
set fate = :fate, answer = :answer
where id = :question
