delete from programme_meeting
where board_id = :board and id = :meeting
