select id, title, format, state, progress, ordered_at
from document_order
where board_id = :board and id = :id and person_id = :person and ordered_at > :since
