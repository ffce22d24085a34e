select t.participation_id as participation, t.kind, t.on_day, t.reason, '' as cohort_name, t.actor_id as actor
from json_each(:ways) wanted
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_turn t on t.board_id = w.board_id and t.participation_id = w.id
order by t.on_day desc, t.id desc
limit :most
