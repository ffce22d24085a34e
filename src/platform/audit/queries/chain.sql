select board_id as board, id, at, coalesce(actor_id, '') as actor, request, act, object_id as object, coalesce(subject_id, '') as subject, detail, number, hash
from audit_entry
where number is not null
order by board_id, number
