update organisation_person
set invited_at = :now
where board_id = :board and id = :person
