delete from organisation_import_shown
where board_id = :board and number = :import
