select board_id as board, id, programme_id as programme, what, person_id as person, due, agreed_on, done_on
from programme_agreement
where board_id = :board and programme_id = :programme
order by case when done_on is null then 0 else 1 end, due, id
