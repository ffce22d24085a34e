update organisation_import_file
set columns = :columns
where board_id = :board and id = :id and person_id = :person
