delete from organisation_person
where board_id = :board and id = :person
