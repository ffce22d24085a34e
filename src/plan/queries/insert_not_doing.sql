insert into plan_not_doing (board_id, id, unit_id, what, reason, person_id, made_on)
values (:board, :id, :unit, :what, :reason, :person, :made_on)
