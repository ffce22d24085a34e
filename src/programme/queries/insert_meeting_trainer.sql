insert into programme_meeting_trainer (board_id, meeting_id, person_id, part)
values (:board, :meeting, :person, :part)
