select id
from organisation_person_version
where board_id = :board and shown_by = :import
limit :most
