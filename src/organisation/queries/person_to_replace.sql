select email, made_at, invited_at, terms
from organisation_person_version
where board_id = :board and id = :person and shown_by <> :import and hidden_by = 0
