select distinct n.id
from organisation_appointment a
join organisation_unit_path p on p.unit_id = a.unit_id
join organisation_unit n on n.board_id = p.over_board_id and n.id = p.over_id
where a.person_id = :person and a.board_id = :board
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
  and in_reach(n.board_id) and n.kind = 'network'
