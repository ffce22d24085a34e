update organisation_search_term
set shown_by = 0
where board_id = :board and shown_by = :import and object_id = any (array(select json_array_elements_text(cast(:ids as json))))
