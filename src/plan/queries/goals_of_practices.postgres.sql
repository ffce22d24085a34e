select s.practice_id as practice, g.id as goal, g.words, g.unit_id as unit
from json_array_elements_text(cast(:practices as json)) as w (value)
join plan_hr_practice_goal s on s.board_id = :board and s.practice_id = w.value
join plan_goal g on g.id = s.goal_id
where in_reach(g.board_id) and g.state <> 'dropped'
order by s.practice_id, g.id
