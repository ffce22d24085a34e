update organisation_import_file
set state = 'other', shown = ''
where board_id = :board and id = :id and person_id = :person
