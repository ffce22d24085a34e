delete from programme_turn
where board_id = :board and participation_id = :participation
