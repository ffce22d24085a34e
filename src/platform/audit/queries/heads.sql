select board_id as board, number, hash
from audit_head
order by board_id
