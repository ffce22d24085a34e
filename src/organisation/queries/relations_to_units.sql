-- over = appointed at one of the units or above it, or at a network that joins it; under = appointed below it; peer = appointed
-- elsewhere in a network that joins it; board = appointed anywhere at its board.
select p.unit_id as unit, 'over' as how, a.role, p.via, o.kind as at_kind
from organisation_unit_path p
join organisation_appointment a on a.board_id = p.over_board_id and a.unit_id = p.over_id
join organisation_unit o on o.board_id = a.board_id and o.id = a.unit_id
where p.unit_id in (select value from json_each(:units)) and a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
union all
select p.over_id, 'under', a.role, p.via, u.kind
from organisation_appointment a
join organisation_unit_path p on p.unit_id = a.unit_id and p.over_id in (select value from json_each(:units))
join organisation_unit u on u.board_id = p.over_board_id and u.id = p.over_id
where a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
union all
select n.unit_id, 'peer', a.role, 'network', 'network'
from organisation_unit_path n
join organisation_unit_path m on m.over_id = n.over_id and m.via = 'network'
join organisation_appointment a on a.unit_id = m.unit_id
where n.unit_id in (select value from json_each(:units)) and n.via = 'network' and a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
union all
select u.id, 'board', a.role, 'line', 'board'
from organisation_unit u
join organisation_appointment a on a.board_id = u.board_id
where u.id in (select value from json_each(:units)) and a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
