-- Also one that an import is writing, which nobody sees yet.
select id
from organisation_person_version
where board_id = :board and lower(email) = lower(:email)
limit 1
