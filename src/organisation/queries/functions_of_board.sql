select name
from organisation_function
where board_id = :board
order by name
