select board_id as board, id, programme_id as programme, person_id as person, since
from programme_trainer
where board_id = :board and programme_id = :programme and ended_on is null
order by since, id
