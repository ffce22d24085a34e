delete from undo_step
where until <= :now or used_at is not null
