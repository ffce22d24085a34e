update document_order
set state = 'waiting', progress = 0
where board_id = :board and id = :id and person_id = :person and state not in ('waiting', 'made') and ordered_at > :since
