insert into programme_attendance (board_id, meeting_id, person_id, presence)
values (:board, :meeting, :person, :presence)
on conflict (board_id, meeting_id, person_id) do update set presence = excluded.presence
