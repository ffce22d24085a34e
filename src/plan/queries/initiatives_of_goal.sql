select n.unit_id as unit, p.id as programme, p.name
from plan_initiative_goal n
join programme_programme p on p.id = n.programme_id
where in_reach(n.board_id) and in_reach(p.board_id) and n.goal_id = :goal
order by p.name, n.unit_id
