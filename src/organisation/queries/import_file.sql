select id, name, content, columns
from organisation_import_file
where board_id = :board and id = :id and person_id = :person and kind = :kind and state in ('brought', 'other', 'taking')
