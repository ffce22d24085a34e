select m.board_id as board, m.id, m.programme_id as programme, m.cohort_id as cohort, m.kind, m.step, m.title, m.starts_at, m.minutes,
       m.place, m.link, m.trainer, m.materials, m.preliminary_on, m.preliminary, m.state, m.outcome
from json_array_elements_text(cast(:programmes as json)) as wanted (value)
join programme_programme p on p.id = wanted.value and in_reach(p.board_id)
join programme_meeting m on m.board_id = p.board_id and m.programme_id = p.id
order by m.id
