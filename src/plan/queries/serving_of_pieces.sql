select s.wider_id as wider, 'unit' as owner, s.goal_id as goals
from json_each(:pieces) w
join plan_service s on s.wider_id = w.value and s.level in ('team', 'school', 'board', 'network')
where in_reach(s.board_id) and s.state <> 'dropped'
union all
select p.wider_id, 'people', p.goals
from json_each(:pieces) w
join plan_served p on p.wider_id = w.value
where in_reach(p.board_id) and p.goals <> ''
order by 2, 1, 3
