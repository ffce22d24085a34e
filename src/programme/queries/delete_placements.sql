delete from programme_placement
where board_id = :board and programme_id = :programme
