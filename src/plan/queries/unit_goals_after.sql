select board_id as board, id, level, person_id as person, peer_group_id as peer_group, unit_id as unit, plan_id as plan, words,
       for_whom, due, state, closed_on, made_by, made_on, widers
from plan_goal
where board_id = :board and id > :after and unit_id is not null
order by id
limit :most
