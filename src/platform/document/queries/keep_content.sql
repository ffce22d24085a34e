update document_order
set state = 'made', progress = 100, content = :content, source = ''
where board_id = :board and id = :id and state = 'waiting'
