select board_id as board, id
from programme_programme
where audience = 'people'
