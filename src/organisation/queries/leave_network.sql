update organisation_network_unit
set left_on = :on
where network_id = :network and unit_id = :unit and left_on is null and (board_id = :board or unit_board_id = :board)
