select id
from organisation_unit
where kind = 'board' and ended_on is null
  and (id = :id or sort_name = :sort_name or exists (select 1 from organisation_authority a where a.board_id = organisation_unit.board_id and a.number = :id))
