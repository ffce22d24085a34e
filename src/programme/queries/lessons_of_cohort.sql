select board_id as board, id, cohort_id as cohort, kind, step, lesson, reason, person_id as person, made_on, version
from programme_lesson
where board_id = :board and cohort_id = :cohort
order by case kind when 'keep' then 0 when 'change' then 1 else 2 end, made_on, id
