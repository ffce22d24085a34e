select m.board_id as board, m.id, m.programme_id as programme, m.cohort_id as cohort, m.kind, m.step, m.title, m.starts_at, m.minutes,
       m.place, m.link, m.trainer, m.materials, m.preliminary_on, m.preliminary, m.state, m.outcome
from programme_summons s
join programme_meeting m on m.board_id = s.board_id and m.id = s.meeting_id
where in_reach(s.board_id) and s.person_id = :person
order by m.starts_at, m.id
