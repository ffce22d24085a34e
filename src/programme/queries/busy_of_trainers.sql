select mt.person_id as person, m.starts_at, m.minutes
from programme_trainer t
join programme_meeting_trainer mt on mt.board_id = t.board_id and mt.person_id = t.person_id
join programme_meeting m on m.board_id = mt.board_id and m.id = mt.meeting_id and m.state = 'planned'
where t.board_id = :board and t.programme_id = :programme and t.ended_on is null
