insert into programme_cohort (board_id, id, programme_id, version, name, school_year, most, second_year, made_at)
values (:board, :id, :programme, :version, :name, :school_year, :most, :second_year, :now)
