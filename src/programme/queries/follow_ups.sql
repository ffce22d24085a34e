select what, on_day
from programme_follow_up
where board_id = :board and participation_id = :participation
order by on_day
