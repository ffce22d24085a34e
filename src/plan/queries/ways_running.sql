select count(*)
from json_each(:units) u
join programme_participation w on w.unit_id = u.value and in_reach(w.board_id)
where w.status = 'active' and w.person_id is null
