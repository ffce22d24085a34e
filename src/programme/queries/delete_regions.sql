delete from programme_region
where board_id = :board
