select a.board_id as board, a.id, a.person_id as person, a.unit_id as unit, u.name as unit_name, a.function, a.role, a.fte,
       a.starts_on, a.ends_on
from organisation_appointment a
join organisation_unit u on u.board_id = a.board_id and u.id = a.unit_id
where a.board_id = :board
