delete from programme_facilitation
where board_id = :board and id = :id
