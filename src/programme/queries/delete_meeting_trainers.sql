delete from programme_meeting_trainer
where board_id = :board and meeting_id = :meeting
