select indicator_id as indicator, id, value, on_day, source, evidence, person_id as person
from plan_reading
where in_reach(board_id) and id = :reading
