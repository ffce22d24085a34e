delete from programme_question
where board_id = :board and id = :id
