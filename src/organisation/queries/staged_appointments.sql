select id
from organisation_appointment_version
where board_id = :board and shown_by = :import
limit :most
