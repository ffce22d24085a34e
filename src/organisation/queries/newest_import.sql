select number, state, beat_at
from organisation_import
where board_id = :board
order by number desc
limit 1
