delete from programme_trainer_half_days
where board_id = :board and trainer_id = :trainer and school_year = :school_year
