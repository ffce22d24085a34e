select number, state
from organisation_import
where board_id = :board and state = 'shown' and started_at < :undoable
