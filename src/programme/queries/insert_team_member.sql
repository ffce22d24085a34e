insert into programme_team_member (board_id, programme_id, school_year, person_id, origin)
values (:board, :programme, :school_year, :person, :origin)
