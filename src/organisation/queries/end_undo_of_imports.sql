update organisation_import
set state = 'settling'
where board_id = :board and state = 'shown'
