select g.id, g.level, g.unit_id as unit, g.words, g.due, g.state
from json_each(:units) w
join plan_goal g on g.unit_id = w.value
where in_reach(g.board_id) and g.state <> 'dropped'
order by g.level, g.id
