select g.goal_id as goal, count(*) as practices
from plan_hr_practice_goal g
join plan_hr_practice p on p.board_id = g.board_id and p.id = g.practice_id
where g.board_id = :board and p.ended_on is null
group by g.goal_id
