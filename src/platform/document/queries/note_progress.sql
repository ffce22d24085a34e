update document_order
set progress = :progress
where board_id = :board and id = :id and state = 'waiting'
