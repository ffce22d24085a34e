select board_id as board, id, cohort_id as cohort, kind, step, lesson, reason, person_id as person, made_on, version
from programme_lesson
where in_reach(board_id) and id = :lesson
