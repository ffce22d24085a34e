select number, state
from organisation_import
where board_id = :board and state in ('shown', 'taken_back', 'settling')
order by number
