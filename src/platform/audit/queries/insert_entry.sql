insert into audit_entry (board_id, id, at, actor_id, request, act, object_id, subject_id, detail, number, hash)
values (:board, :id, :at, :actor, :request, :act, :object, :subject, :detail, :number, :hash)
