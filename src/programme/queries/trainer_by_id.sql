select board_id as board, id, programme_id as programme, person_id as person, since
from programme_trainer
where in_reach(board_id) and id = :trainer and ended_on is null
