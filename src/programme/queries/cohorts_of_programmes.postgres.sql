select c.board_id as board, c.id, c.programme_id as programme, c.version, c.name, c.school_year, c.most, c.second_year,
       (select count(*) from programme_participation w where w.board_id = c.board_id and w.programme_id = c.programme_id and w.cohort_id = c.id and w.status <> 'withdrawn') as members
from json_array_elements_text(cast(:programmes as json)) as wanted (value)
join programme_programme p on p.id = wanted.value and in_reach(p.board_id)
join programme_cohort c on c.board_id = p.board_id and c.programme_id = p.id
order by c.id
