select l.person_id as person, l.hours
from json_each(:people) p
join plan_load l on l.board_id = :board and l.person_id = p.value and l.school_year = :year
