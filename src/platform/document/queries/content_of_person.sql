select content
from document_order
where board_id = :board and id = :id and person_id = :person and state = 'made' and ordered_at > :since
