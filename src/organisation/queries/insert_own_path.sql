insert into organisation_unit_path (board_id, unit_id, over_board_id, over_id, via)
values (:board, :unit, :board, :unit, 'line')
