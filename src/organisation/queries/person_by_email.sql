select id
from organisation_person
where board_id = :board and lower(email) = lower(:email)
