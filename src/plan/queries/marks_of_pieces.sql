select i.goal_id as goal, 'indicator' as kind, i.ask_days as number,
       coalesce((select max(r.on_day) from plan_reading r where r.board_id = i.board_id and r.indicator_id = i.id), i.baseline_on) as day
from json_each(:pieces) w
join plan_indicator i on i.goal_id = w.value
where in_reach(i.board_id) and i.ended_on is null
union all
select c.goal_id, 'condition', 1, c.due
from json_each(:pieces) w
join plan_condition c on c.goal_id = w.value
where in_reach(c.board_id) and c.arranged_on is null
union all
select s.goal_id, 'practice', 1, null
from json_each(:pieces) w
join plan_hr_practice_goal s on s.goal_id = w.value
join plan_hr_practice p on p.board_id = s.board_id and p.id = s.practice_id
where in_reach(s.board_id) and p.ended_on is null
union all
select n.goal_id, 'programme', count(distinct n.programme_id), null
from json_each(:pieces) w
join plan_initiative_goal n on n.goal_id = w.value
where in_reach(n.board_id)
group by n.goal_id
union all
select s.goal_id, 'choice', 1, null
from json_each(:pieces) w
join plan_stop s on s.goal_id = w.value
where in_reach(s.board_id) and s.choice <> 'skipped'
