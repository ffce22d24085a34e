select s.wider_id as wider, string_agg(substr(s.goal_id, 25, 12) || substr(coalesce(s.person_id, s.goal_id), 25, 12), '') as goals
from json_array_elements_text(cast(:widers as json)) as w (value)
join plan_service s on s.wider_id = w.value
where in_reach(s.board_id) and s.level in ('person', 'peer_group') and s.state <> 'dropped'
group by s.wider_id
