select w.id
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_approach a on a.board_id = w.board_id and a.participation_id = w.id
