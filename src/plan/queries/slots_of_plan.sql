select slot
from plan_wording
where board_id = :board and plan_id = :plan and is_now = 1
order by slot
