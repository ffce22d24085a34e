select i.goal_id as goal, i.ask_days, coalesce(max(r.on_day), i.baseline_on) as newest_on
from json_each(:goals) w
join plan_indicator i on i.goal_id = w.value
left join plan_reading r on r.board_id = i.board_id and r.indicator_id = i.id
where in_reach(i.board_id) and i.ended_on is null
group by i.goal_id, i.id, i.ask_days, i.baseline_on
