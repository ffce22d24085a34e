select meeting_answers, cohort_answers
from programme_version
where board_id = :board and programme_id = :programme and number = :version
