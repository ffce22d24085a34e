insert into organisation_appointment_version (board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at, shown_by)
select :board, json_extract(value, '$.id'), json_extract(value, '$.person'), json_extract(value, '$.unit'), json_extract(value, '$.function'),
       json_extract(value, '$.role'), json_extract(value, '$.fte'), json_extract(value, '$.starts_on'), json_extract(value, '$.ends_on'), :now, :import
from json_each(:all)
