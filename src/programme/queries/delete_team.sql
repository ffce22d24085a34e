delete from programme_team_member
where board_id = :board and programme_id = :programme and school_year = :school_year
