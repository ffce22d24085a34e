select l.board_id as board, l.id, l.cohort_id as cohort, l.kind, l.step, l.lesson, l.reason, l.person_id as person, l.made_on, l.version
from programme_cohort c
join programme_lesson l on l.board_id = c.board_id and l.cohort_id = c.id
where c.board_id = :board and c.programme_id = :programme
order by c.school_year, c.id, case l.kind when 'keep' then 0 when 'change' then 1 else 2 end, l.made_on, l.id
