insert into programme_meeting_participation (board_id, meeting_id, participation_id, attempt)
values (:board, :meeting, :participation, :attempt)
