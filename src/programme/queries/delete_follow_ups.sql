delete from programme_follow_up
where board_id = :board and participation_id = :participation
