select kind, payload
from undo_step
where board_id = :board and id = :id and person_id = :person and until > :now and used_at is null
