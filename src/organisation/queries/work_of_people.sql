select a.person_id as person, u.id as unit, u.name as unit_name, a.function
from json_each(:people) wanted
join organisation_appointment a on a.person_id = wanted.value and a.board_id = :board
join organisation_unit u on u.board_id = a.board_id and u.id = a.unit_id
where a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
order by a.fte desc, a.id
