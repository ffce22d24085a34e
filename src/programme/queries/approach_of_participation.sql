select wanted, arrangement, conditions, adopted_on
from programme_approach
where board_id = :board and participation_id = :participation
