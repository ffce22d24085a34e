insert into programme_wish (board_id, programme_id, unit_id, school_year, wish)
values (:board, :programme, :unit, :school_year, :wish)
