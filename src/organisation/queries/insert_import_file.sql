insert into organisation_import_file (board_id, id, person_id, name, content, columns, made_at)
values (:board, :id, :person, :name, :content, :columns, :now)
