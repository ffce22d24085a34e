select i.goal_id as goal, i.ask_days,
       coalesce((select max(r.on_day) from plan_reading r where r.board_id = i.board_id and r.indicator_id = i.id), i.baseline_on) as newest_on
from json_each(:goals) w
join plan_indicator i on i.goal_id = w.value
where in_reach(i.board_id) and i.ended_on is null
