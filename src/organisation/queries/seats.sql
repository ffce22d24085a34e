select a.board_id as board, b.name as board_name, u.id as unit, u.name as unit_name, u.kind as unit_kind, a.role,
       p.given_name, p.prefix, p.family_name
from organisation_appointment a
join organisation_person p on p.board_id = a.board_id and p.id = a.person_id
join organisation_unit u on u.board_id = a.board_id and u.id = a.unit_id
join organisation_unit b on b.board_id = a.board_id and b.id = a.board_id
where in_reach(a.board_id) and a.person_id = :person
  and a.starts_on <= :today
  and (a.ends_on is null or a.ends_on >= :today)
order by a.made_at, a.id
