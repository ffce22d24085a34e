delete from programme_away
where board_id = :board and id = :id and person_id = :person
