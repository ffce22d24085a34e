select m.board_id as board, m.id, m.programme_id as programme, m.cohort_id as cohort, m.kind, m.step, m.title, m.starts_at, m.minutes,
       m.place, m.link, m.trainer, m.materials, m.preliminary_on, m.preliminary, m.state, m.outcome
from programme_meeting m
where in_reach(m.board_id) and m.id = :meeting
