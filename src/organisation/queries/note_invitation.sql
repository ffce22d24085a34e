update organisation_person_version
set invited_at = :now, touched = 1
where board_id = :board and id = :person
