select standing_item
from programme_programme
where board_id = :board and id = :programme
