select i.board_id as board, i.id, i.goal_id as goal, i.name, i.measure, i.baseline, i.baseline_on, i.target, i.target_on, i.ask_days,
       i.made_on, i.ended_on
from json_each(:goals) w
join plan_indicator i on i.board_id = :board and i.goal_id = w.value
where i.ended_on is null
order by i.goal_id, i.made_on, i.id
