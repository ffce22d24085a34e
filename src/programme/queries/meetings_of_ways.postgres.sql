select w.id as participation, m.id as meeting, m.kind, m.step, m.title, m.place, m.state, m.starts_at
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_meeting_participation mp on mp.board_id = w.board_id and mp.participation_id = w.id and mp.attempt = w.attempt
join programme_meeting m on m.board_id = mp.board_id and m.id = mp.meeting_id
where m.state <> 'cancelled'
order by m.starts_at
