select id, person_id as person, from_at, until_at
from programme_away
where board_id = :board and person_id = :person and until_at >= :after_day
order by from_at, id
