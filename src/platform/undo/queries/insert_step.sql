insert into undo_step (board_id, id, person_id, kind, payload, until)
values (coalesce(:board, ''), :id, coalesce(:person, ''), :kind, :payload, :until)
