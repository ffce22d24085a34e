select board_id as board, id, given_name, prefix, family_name, email
from organisation_person
where board_id = :board and id = :person
