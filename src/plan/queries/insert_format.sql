insert into plan_format (board_id, id, unit_id, kind, name, made_on)
values (:board, :id, :unit, :kind, :name, :made_on)
