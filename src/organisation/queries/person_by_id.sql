select board_id as board, id, given_name, prefix, family_name, email, invited_at
from organisation_person
where board_id = :board and id = :person
