select board_id as board, id, level, person_id as person, peer_group_id as peer_group, unit_id as unit, plan_id as plan, words,
       for_whom, due, state, closed_on, made_by, made_on, widers
from plan_goal
where board_id = :board and plan_id = :plan
order by case state when 'open' then 0 else 1 end, coalesce(due, '9999'), id
