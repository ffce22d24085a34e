select id, name, state, shown, rows_in_all, rows_done, changes, undo
from organisation_import_file
where board_id = :board and id = :id and person_id = :person and kind = 'people'
