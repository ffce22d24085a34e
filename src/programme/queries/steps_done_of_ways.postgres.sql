select d.participation_id as participation, d.step, d.done_on
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_step_done d on d.board_id = w.board_id and d.participation_id = w.id and d.attempt = w.attempt
