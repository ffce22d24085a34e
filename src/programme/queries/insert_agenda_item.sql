insert into programme_agenda_item (board_id, id, meeting_id, position, title, note, minutes)
values (:board, :id, :meeting, :position, :title, :note, :minutes)
