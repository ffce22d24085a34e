insert into organisation_import_file (board_id, id, person_id, kind, name, content, columns, made_at)
values (:board, :id, :person, :kind, :name, :content, :columns, :now)
