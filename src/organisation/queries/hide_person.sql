update organisation_person_version
set hidden_by = :import
where board_id = :board and id = :person and shown_by <> :import and hidden_by = 0
