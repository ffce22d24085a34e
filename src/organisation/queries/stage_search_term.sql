insert into organisation_search_term (board_id, term, kind, object_id, shown_by)
values (:board, :term, 'person', :person, :import)
on conflict (board_id, term, kind, object_id) do update set hidden_by = 0
