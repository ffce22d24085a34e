delete from programme_meeting_participation
where board_id = :board and meeting_id = :meeting
