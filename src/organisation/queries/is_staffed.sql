-- Also by an import that is under way, for what it will show stands in a running unit.
select 1 as staffed
from organisation_unit_path h
join organisation_appointment_version a on a.unit_id = h.unit_id
where in_reach(a.board_id) and h.over_id = :unit and h.via = 'line' and (a.ends_on is null or a.ends_on >= :today)
limit 1
