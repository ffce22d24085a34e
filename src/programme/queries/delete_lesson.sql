delete from programme_lesson
where board_id = :board and id = :id
