select 1 as takes_part
from programme_participation
where in_reach(board_id) and person_id = :person
limit 1
