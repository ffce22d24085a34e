update organisation_search_term
set hidden_by = :import
where board_id = :board and object_id = :person and shown_by = 0
