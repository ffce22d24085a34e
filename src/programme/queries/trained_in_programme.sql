select t.person_id as person, m.step, t.part, m.starts_at
from programme_meeting m
join programme_meeting_trainer t on t.board_id = m.board_id and t.meeting_id = m.id
where m.board_id = :board and m.programme_id = :programme and m.state = 'held' and m.step is not null
order by m.starts_at, m.id
