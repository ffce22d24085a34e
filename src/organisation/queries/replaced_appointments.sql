select id
from organisation_appointment_version
where board_id = :board and hidden_by = :import and hidden_by > 0
limit :most
