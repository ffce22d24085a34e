select c.meeting_id as meeting, c.participation_id as participation
from json_array_elements_text(cast(:programmes as json)) as wanted (value)
join programme_programme p on p.id = wanted.value and in_reach(p.board_id)
join programme_meeting m on m.board_id = p.board_id and m.programme_id = p.id
join programme_meeting_participation c on c.board_id = m.board_id and c.meeting_id = m.id
