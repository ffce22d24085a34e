select distinct board_id
from organisation_import
where state in ('taken_back', 'settling') or (state = 'staging' and beat_at < :still) or (state = 'shown' and started_at < :undoable)
