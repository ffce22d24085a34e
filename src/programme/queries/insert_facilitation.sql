insert into programme_facilitation (board_id, id, programme_id, unit_id, school_year, stage, half_days, cents, what, on_day)
values (:board, :id, :programme, :unit, :school_year, :stage, :half_days, :cents, :what, :on_day)
