select id
from organisation_unit
where kind = 'board' and ended_on is null and (id = :id or sort_name = :sort_name)
