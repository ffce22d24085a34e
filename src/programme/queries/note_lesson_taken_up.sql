update programme_lesson
set version = :version
where board_id = :board and id = :id
