select p.wider_id as wider, p.goals
from json_each(:widers) w
join plan_served p on p.wider_id = w.value
where in_reach(p.board_id) and p.goals <> ''
