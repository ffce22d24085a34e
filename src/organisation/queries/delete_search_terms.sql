delete from organisation_search_term
where board_id = :board and object_id = :object
