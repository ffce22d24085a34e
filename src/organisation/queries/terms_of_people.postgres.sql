select id as object, terms
from organisation_person_version
where board_id = :board and id = any (array(select json_array_elements_text(cast(:ids as json))))
