select id as object, terms
from organisation_person_version
where board_id = :board and id in (select value from json_each(:ids))
