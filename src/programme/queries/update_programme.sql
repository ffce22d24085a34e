update programme_programme
set name = :name, purpose = :purpose
where board_id = :board and id = :programme
