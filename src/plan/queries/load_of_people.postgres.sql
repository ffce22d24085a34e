select l.person_id as person, l.hours
from json_array_elements_text(cast(:people as json)) as p (value)
join plan_load l on l.board_id = :board and l.person_id = p.value and l.school_year = :year
