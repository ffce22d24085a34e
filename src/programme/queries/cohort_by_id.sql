select c.board_id as board, c.id, c.programme_id as programme, c.version, c.name, c.school_year, c.most, c.second_year,
       (select count(*) from programme_participation w where w.board_id = c.board_id and w.programme_id = c.programme_id and w.cohort_id = c.id and w.status <> 'withdrawn') as members
from programme_cohort c
where in_reach(c.board_id) and c.id = :cohort
