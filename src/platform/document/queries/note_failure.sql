update document_order
set state = :state
where board_id = :board and id = :id and state = 'waiting'
