select m.board_id as board, m.id, m.programme_id as programme, m.cohort_id as cohort, m.kind, m.step, m.title, m.starts_at, m.minutes,
       m.place, m.link, m.trainer, m.materials, m.preliminary_on, m.preliminary, m.state, m.outcome
from programme_meeting_participation p
join programme_meeting m on m.board_id = p.board_id and m.id = p.meeting_id
where p.board_id = :board and p.participation_id = :participation
order by m.starts_at, m.id
