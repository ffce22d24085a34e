select a.id, a.person_id as person, a.from_at, a.until_at
from programme_trainer t
join programme_away a on a.board_id = t.board_id and a.person_id = t.person_id and a.until_at >= :after_day
where t.board_id = :board and t.programme_id = :programme and t.ended_on is null
order by a.from_at, a.id
