select id, meeting_id as meeting, position, title, note, minutes
from programme_agenda_item
where in_reach(board_id) and id = :item
