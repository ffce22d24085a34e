select id, name, sort_name, town, code, ended_on
from organisation_unit
where board_id = :board and kind = 'school'
order by sort_name, id
