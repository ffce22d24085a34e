update programme_cohort
set name = :name, school_year = :school_year, most = :most, second_year = :second_year
where board_id = :board and id = :cohort
