select count(*)
from programme_evaluation_question
where board_id = :board and programme_id = :programme and version = :version and moment = 'meeting'
