select null as goal, 'goal' as kind, g.id, g.words, g.unit_id as unit
from plan_initiative_goal n
join plan_goal g on g.id = n.goal_id
where in_reach(n.board_id) and in_reach(g.board_id) and n.unit_id = :unit and n.programme_id = :programme and g.state <> 'dropped'
order by g.words, g.id
