insert into organisation_appointment_version (board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at, shown_by)
select board_id, id, person_id, unit_id, function, role, cast(:fte as double precision), starts_on, cast(:ends_on as text), made_at, cast(:import as bigint)
from organisation_appointment_version
where board_id = :board and id = :appointment and shown_by <> :import and hidden_by = 0
