delete from organisation_search_term
where board_id = :board and shown_by = :import and object_id in (select value from json_each(:ids))
