update programme_lesson
set kind = :kind, step = :step, lesson = :lesson, reason = :reason
where board_id = :board and id = :id
