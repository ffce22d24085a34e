update organisation_import
set state = :state
where board_id = :board and number = :import and state = :before
