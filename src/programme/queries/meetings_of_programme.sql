select m.board_id as board, m.id, m.programme_id as programme, m.cohort_id as cohort, m.kind, m.step, m.title, m.starts_at, m.minutes,
       m.place, m.link, m.trainer, m.materials, m.preliminary_on, m.preliminary, m.state, m.outcome
from programme_meeting m
where m.board_id = :board and m.programme_id = :programme and m.kind in ('project_team', 'directors', 'other')
order by m.starts_at, m.id
