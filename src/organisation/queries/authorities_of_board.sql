select number
from organisation_authority
where board_id = :board
order by number
