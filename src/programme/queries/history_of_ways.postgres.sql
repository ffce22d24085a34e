select t.participation_id as participation, t.kind, t.on_day, t.reason, c.name as cohort_name, t.actor_id as actor
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_turn t on t.board_id = w.board_id and t.participation_id = w.id
join programme_cohort c on c.board_id = t.board_id and c.id = t.cohort_id
order by t.on_day, t.id
