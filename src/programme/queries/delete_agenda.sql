delete from programme_agenda_item
where board_id = :board and meeting_id = :meeting
