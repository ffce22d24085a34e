update programme_meeting
set state = :state
where board_id = :board and id = :meeting
