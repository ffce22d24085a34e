update organisation_person_version
set touched = 1
where board_id = :board and id = :person and shown_by > 0
