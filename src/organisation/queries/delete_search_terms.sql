delete from organisation_search
where board_id = :board and object_id = :object
