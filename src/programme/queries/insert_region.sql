insert into programme_region (board_id, unit_id, region)
values (:board, :unit, :region)
