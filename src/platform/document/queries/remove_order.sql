delete from document_order
where board_id = :board and id = :id
