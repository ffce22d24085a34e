select id as object, terms
from organisation_unit
where board_id = :board and id = :object
