select distinct p.unit_id
from json_array_elements_text(cast(:units as json)) as wanted (value)
join organisation_unit_path p on p.unit_id = wanted.value and p.via = 'line'
join organisation_appointment a on a.board_id = p.over_board_id and a.unit_id = p.over_id
where a.person_id = :person and a.board_id = :board and a.role = 'leader'
  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
