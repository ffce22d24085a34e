select 1 as touched
from organisation_person_version
where board_id = :board and shown_by = :import and touched = 1
union all
select 1
from organisation_appointment_version
where board_id = :board and shown_by = :import and touched = 1
limit 1
