select email, made_at, invited_at
from organisation_person_version
where board_id = :board and id = :person and shown_by = 0
