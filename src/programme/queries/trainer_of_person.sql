select id
from programme_trainer
where board_id = :board and programme_id = :programme and person_id = :person
