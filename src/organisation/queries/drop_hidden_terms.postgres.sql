delete from organisation_search_term
where board_id = :board and hidden_by = :import and object_id = any (array(select json_array_elements_text(cast(:ids as json))))
