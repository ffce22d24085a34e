select s.goal_id as goal, s.wider_kind as kind, s.wider_id as id, '' as words, null as unit
from json_each(:goals) w
join plan_service s on s.goal_id = w.value
where in_reach(s.board_id)
order by s.wider_id, s.goal_id
