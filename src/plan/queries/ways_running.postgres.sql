select count(*)
from json_array_elements_text(cast(:units as json)) as u (value)
join programme_participation w on w.unit_id = u.value and in_reach(w.board_id)
where w.status = 'active' and w.person_id is null
