select board_id as board, id, kind, name, town
from organisation_unit
where board_id = :board and kind in ('board', 'network', 'school') and ended_on is null
order by case kind when 'network' then 0 when 'board' then 1 else 2 end, sort_name
