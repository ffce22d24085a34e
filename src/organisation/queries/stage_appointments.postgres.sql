insert into organisation_appointment_version (board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at, shown_by)
select :board, one ->> 'id', one ->> 'person', one ->> 'unit', one ->> 'function', one ->> 'role', cast(one ->> 'fte' as double precision),
       one ->> 'starts_on', one ->> 'ends_on', :now, :import
from json_array_elements(cast(:all as json)) as every (one)
