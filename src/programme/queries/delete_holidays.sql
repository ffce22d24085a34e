delete from programme_holiday
where board_id = :board and school_year = :school_year and region = :region
