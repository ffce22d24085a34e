select a.id, a.person_id as person, a.unit_id as unit, a.function, a.fte, a.starts_on, a.ends_on
from organisation_appointment a
where a.board_id = :board and a.person_id in (select value from json_each(:people))
