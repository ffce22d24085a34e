select id, meeting_id as meeting, position, title, note, minutes
from programme_agenda_item
where board_id = :board and meeting_id = :meeting
order by position
