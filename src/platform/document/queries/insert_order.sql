insert into document_order (board_id, id, person_id, title, format, source, state, progress, content, ordered_at)
values (:board, :id, :person, :title, :format, :source, 'waiting', 0, '', :now)
