update organisation_unit
set ended_on = :on
where board_id = :board and id = :unit
