select board_id as board, id, programme_id as programme, what, person_id as person, due, agreed_on, done_on
from programme_agreement
where in_reach(board_id) and id = :agreement
