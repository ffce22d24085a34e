select id, meeting_id as meeting, position, title, note, minutes
from programme_agenda_item
where id = :item
