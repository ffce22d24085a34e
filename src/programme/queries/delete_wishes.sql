delete from programme_wish
where board_id = :board and programme_id = :programme and unit_id = :unit
