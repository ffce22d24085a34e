select p.wider_id as wider, p.goals
from json_array_elements_text(cast(:widers as json)) as w (value)
join plan_served p on p.wider_id = w.value
where in_reach(p.board_id) and p.goals <> ''
