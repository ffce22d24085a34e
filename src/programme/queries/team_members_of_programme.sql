select school_year, person_id as person, origin
from programme_team_member
where board_id = :board and programme_id = :programme
order by school_year, case origin when 'office' then 0 when 'former' then 1 else 2 end, person_id
