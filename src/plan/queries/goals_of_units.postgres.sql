select g.id, g.level, g.unit_id as unit, g.words, g.due, g.state
from json_array_elements_text(cast(:units as json)) as w (value)
join plan_goal g on g.unit_id = w.value
where in_reach(g.board_id) and g.state <> 'dropped'
order by g.level, g.id
