update undo_step
set used_at = :now
where board_id = :board and id = :id and person_id = :person and used_at is null
