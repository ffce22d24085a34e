update programme_meeting
set sequence = sequence + 1
where board_id = :board and id = :meeting
