select distinct 'over' as how, a.role, p.via, o.kind as at_kind
from organisation_appointment theirs
join organisation_unit_path p on p.board_id = theirs.board_id and p.unit_id = theirs.unit_id
join organisation_appointment a on a.board_id = p.over_board_id and a.unit_id = p.over_id
join organisation_unit o on o.board_id = a.board_id and o.id = a.unit_id
where theirs.person_id = :other and theirs.board_id = :board
  and theirs.starts_on <= :today and (theirs.ends_on is null or theirs.ends_on >= :today)
  and a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
union all
select 'board', a.role, 'line', 'board'
from organisation_person other
join organisation_appointment a on a.board_id = other.board_id
where other.board_id = :board and other.id = :other and a.person_id = :person
  and (a.role = 'hr' or exists (select 1 from organisation_appointment t
                                where t.person_id = :other and t.board_id = :board and t.starts_on <= :today and (t.ends_on is null or t.ends_on >= :today)))
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
