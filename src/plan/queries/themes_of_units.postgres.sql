select t.board_id as board, t.id, t.unit_id as unit, t.name, t.explanation, t.ended_on
from json_array_elements_text(cast(:units as json)) as w (value)
join plan_theme t on t.unit_id = w.value
where in_reach(t.board_id) and t.ended_on is null
order by t.unit_id, t.position, t.id
