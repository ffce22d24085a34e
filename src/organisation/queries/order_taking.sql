update organisation_import_file
set state = 'taking', shown = :shown, rows_in_all = :rows, rows_done = 0
where board_id = :board and id = :id and person_id = :person and state in ('brought', 'other')
