update programme_meeting
set outcome = :outcome, state = 'held'
where board_id = :board and id = :meeting
