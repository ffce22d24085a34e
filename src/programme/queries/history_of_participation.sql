select t.participation_id as participation, t.kind, t.on_day, t.reason, c.name as cohort_name, t.actor_id as actor
from programme_turn t
join programme_cohort c on c.board_id = t.board_id and c.id = t.cohort_id
where t.board_id = :board and t.participation_id = :participation
order by t.on_day desc, t.id desc
