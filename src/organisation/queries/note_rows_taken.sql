update organisation_import_file
set rows_done = :rows
where board_id = :board and id = :id and person_id = :person and state = 'taking'
