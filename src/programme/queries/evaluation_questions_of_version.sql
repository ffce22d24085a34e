select moment, position, form, theme, question
from programme_evaluation_question
where board_id = :board and programme_id = :programme and version = :version
order by case moment when 'meeting' then 0 else 1 end, position
