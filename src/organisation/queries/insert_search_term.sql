insert into organisation_search_term (board_id, term, kind, object_id)
values (:board, :term, :kind, :object)
