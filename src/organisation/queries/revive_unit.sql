update organisation_unit
set ended_on = null
where board_id = :board and id = :unit and ended_on is not null
