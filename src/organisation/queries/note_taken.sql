update organisation_import_file
set state = 'taken', content = '', rows_done = rows_in_all, changes = :changes, undo = :undo, import_number = :import
where board_id = :board and id = :id and person_id = :person
