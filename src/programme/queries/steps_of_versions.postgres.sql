select s.programme_id as programme, s.version, count(*) as steps
from json_array_elements_text(cast(:programmes as json)) as wanted (value)
join programme_programme p on p.id = wanted.value and in_reach(p.board_id)
join programme_step s on s.board_id = p.board_id and s.programme_id = p.id
group by s.programme_id, s.version
