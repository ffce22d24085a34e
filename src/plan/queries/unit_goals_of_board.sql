select id, level, unit_id as unit, words, due, state
from plan_goal
where board_id = :board and unit_id > '' and state <> 'dropped'
order by level, id
