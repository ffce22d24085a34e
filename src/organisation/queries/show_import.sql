insert into organisation_import_shown (board_id, number)
values (:board, :import)
