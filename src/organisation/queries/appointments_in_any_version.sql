select count(distinct id) as appointments
from organisation_appointment_version
where board_id = :board and person_id = :person
