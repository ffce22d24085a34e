select p.board_id as board, p.id, p.unit_id as unit, p.kind, p.name, p.driver, p.staff_groups, p.owner_id as owner, p.policy, p.since,
       p.ended_on, p.made_on
from plan_hr_practice_goal g
join plan_hr_practice p on p.board_id = g.board_id and p.id = g.practice_id
where in_reach(g.board_id) and g.goal_id = :goal and p.ended_on is null
order by p.name, p.id
