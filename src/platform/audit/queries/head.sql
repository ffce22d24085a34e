select number, hash
from audit_head
where board_id = :board
