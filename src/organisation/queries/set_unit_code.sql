update organisation_unit
set code = :code
where board_id = :board and id = :unit
