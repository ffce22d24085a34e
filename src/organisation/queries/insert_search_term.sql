insert into organisation_search (board_id, term, kind, object_id)
values (:board, :term, :kind, :object)
