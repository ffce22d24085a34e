select count(*) as goals, count(s.asks) as with_hours, coalesce(sum(s.asks), 0.0) as asked,
       coalesce(sum(case s.choice when 'something_stops' then s.freed end), 0.0) as freed
from json_each(:units) u
join plan_goal g on g.unit_id = u.value and in_reach(g.board_id)
left join plan_stop s on s.board_id = g.board_id and s.goal_id = g.id
where g.state = 'open'
