select position, title, aim, questions, materials, minutes, reason
from programme_step
where board_id = :board and programme_id = :programme and version = :version
order by position
