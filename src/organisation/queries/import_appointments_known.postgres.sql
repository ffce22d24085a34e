select a.id, a.person_id as person, a.unit_id as unit, a.function, a.fte, a.starts_on, a.ends_on
from organisation_appointment a
where a.board_id = :board and a.person_id = any (array(select json_array_elements_text(cast(:people as json))))
