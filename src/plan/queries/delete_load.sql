delete from plan_load
where board_id = :board and person_id = :person and school_year = :year
