update audit_head
set number = :number, hash = :hash
where board_id = :board
