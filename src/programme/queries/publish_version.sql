update programme_version
set published_on = :on
where board_id = :board and programme_id = :programme and number = :version
